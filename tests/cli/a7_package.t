#!/bin/bash
# A7: a record package of a visit, a client, a period: whole, signed, the same on both engines, and nothing in it can be changed unseen.
. "$(dirname "$0")/lib.sh"
clinic
