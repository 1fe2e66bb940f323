# medi: one makefile, not recursive. Everything made goes to build/.
#
#   make            the programs, in build/bin
#   make demo       installs missing packages, builds, runs the example clinic
#   make test       installs missing packages, builds, runs every test that CI runs
#   make lint san bench fuzz install uninstall dist distcheck

VERSION := 0.1.0
PREFIX  ?= /usr/local
DESTDIR ?=
BUILD   ?= build

CC      ?= cc
CFLAGS  ?= -O2 -g
WARN    := -std=gnu11 -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
           -Wpointer-arith -Wwrite-strings -Wvla -Werror
HARDEN  := -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fPIE
CPPFLAGS += -D_GNU_SOURCE -Ilib -I. -I$(BUILD)/gen -DMEDI_VERSION='"$(VERSION)"' \
            -DMEDI_DATADIR='"$(PREFIX)/share"'
LDFLAGS += -pie -Wl,-z,relro,-z,now,--as-needed
LDLIBS  := -lsqlite3 -lcsv -ljansson -lyaml -lutf8proc -ldl -lm
ALL_CFLAGS = $(WARN) $(HARDEN) $(CFLAGS)
# _FORTIFY_SOURCE wants optimisation
ifneq (,$(findstring -O0,$(CFLAGS)))
HARDEN := -fPIE
endif

TOOLS   := $(patsubst bin/%.c,%,$(sort $(wildcard bin/*.c)))
PROGRAMS := $(TOOLS:%=$(BUILD)/bin/%)
SQL     := $(sort $(wildcard lib/*/sql/*.sql))
SCHEMA  := $(sort $(wildcard lib/db/schema/*.sql))
LIB_C   := $(sort $(wildcard lib/base/*.c lib/db/*.c lib/text/*.c lib/*/*.c))
GEN_C   := $(BUILD)/gen/sql_data.c $(BUILD)/gen/migrations.c
LIB_O   := $(LIB_C:%.c=$(BUILD)/o/%.o) $(GEN_C:$(BUILD)/gen/%.c=$(BUILD)/o/gen/%.o)
UNIT_C  := $(sort $(wildcard tests/unit/test_*.c))
UNITS   := $(UNIT_C:tests/unit/test_%.c=%)
LANGS   := $(patsubst share/locale/%.po,%,$(sort $(wildcard share/locale/*.po)))
CATALOGUES := $(LANGS:%=$(BUILD)/share/locale/%/LC_MESSAGES/medi.mo)
SHARE   := $(BUILD)/share/medi

.PHONY: all clean
all: $(PROGRAMS) $(SHARE) $(CATALOGUES)
clean:
	rm -rf $(BUILD)

# V=1 shows the commands
ifeq ($(V),1)
say = @:
else
Q := @
say = @printf '  %-5s %s\n'
endif

# ---- objects, library, programs -------------------------------------------------------------

$(BUILD)/o/%.o: %.c
	@mkdir -p $(@D)
	$(say) CC $<
	$(Q)$(CC) $(CPPFLAGS) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/o/gen/%.o: $(BUILD)/gen/%.c
	@mkdir -p $(@D)
	$(say) CC $<
	$(Q)$(CC) $(CPPFLAGS) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

# every object may include the generated list of statements
$(LIB_O): | $(BUILD)/gen/sql_list.h

$(BUILD)/libmedi.a: $(LIB_O)
	@rm -f $@
	$(say) AR $@
	$(Q)$(AR) rcs $@ $^

$(BUILD)/bin/%: $(BUILD)/o/bin/%.o $(BUILD)/libmedi.a
	@mkdir -p $(@D)
	$(say) LD $@
	$(Q)$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $(filter %.o,$^) $(BUILD)/libmedi.a $(LDLIBS)

# a program is bin/medi-NOUN.c and the verbs in bin/NOUN/
VERBS_C := $(sort $(wildcard bin/*/*.c))
verbs_of = $(patsubst %.c,$(BUILD)/o/%.o,$(filter bin/$(patsubst medi-%,%,$(1))/%,$(VERBS_C)))
$(foreach tool,$(TOOLS),$(eval $(BUILD)/bin/$(tool): $(call verbs_of,$(tool))))
$(TOOLS:%=$(BUILD)/o/bin/%.o) $(VERBS_C:%.c=$(BUILD)/o/%.o): | $(BUILD)/gen/sql_list.h

# ---- generated sources ----------------------------------------------------------------------

EMBED := lib/gen/embed_sql.awk
$(BUILD)/gen/sql_list.h: $(EMBED) $(SQL) $(BUILD)/gen/names
	@mkdir -p $(@D)
	$(Q)awk -f $(EMBED) -v mode=list $(SQL) </dev/null >$@.tmp && mv $@.tmp $@
$(BUILD)/gen/sql_data.c: $(EMBED) $(SQL) $(BUILD)/gen/names
	@mkdir -p $(@D)
	$(Q)awk -f $(EMBED) -v mode=data $(SQL) </dev/null >$@.tmp && mv $@.tmp $@
$(BUILD)/gen/migrations.c: $(EMBED) $(SCHEMA) $(BUILD)/gen/names
	@mkdir -p $(@D)
	$(Q)awk -f $(EMBED) -v mode=migrations $(SCHEMA) </dev/null >$@.tmp && mv $@.tmp $@

# a file added or removed changes this list, and so what is generated from it
NAMES := $(SQL) $(SCHEMA) $(UNITS)
$(BUILD)/gen/names: FORCE
	@mkdir -p $(@D)
	@echo '$(NAMES)' | cmp -s - $@ || echo '$(NAMES)' >$@
.PHONY: FORCE
FORCE:

$(SHARE):
	@mkdir -p $(@D)
	$(Q)ln -sfn ../../share/medi $@

$(BUILD)/share/locale/%/LC_MESSAGES/medi.mo: share/locale/%.po
	@mkdir -p $(@D)
	$(Q)msgfmt --check -o $@ $<

# ---- unit tests -----------------------------------------------------------------------------

UNIT_O := $(UNIT_C:%.c=$(BUILD)/o/%.o) $(BUILD)/o/tests/unit/main.o
$(UNIT_O): | $(BUILD)/gen/sql_list.h $(BUILD)/gen/unit_list.h
$(BUILD)/o/tests/unit/main.o: $(BUILD)/gen/unit_list.h
$(BUILD)/gen/unit_list.h: $(BUILD)/gen/names
	@for unit in $(UNITS); do echo "UNIT($$unit)"; done >$@

$(BUILD)/unit: $(UNIT_O) $(BUILD)/libmedi.a
	$(say) LD $@
	$(Q)$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS) -lcheck -lsubunit -lrt -lpthread

.PHONY: unit
unit: $(BUILD)/unit $(SHARE) $(CATALOGUES)
	$(BUILD)/unit
unit-%: $(BUILD)/unit $(SHARE) $(CATALOGUES)
	$(BUILD)/unit $*

-include $(shell find $(BUILD)/o -name '*.d' 2>/dev/null)
