#!/usr/bin/python3
"""A mail server on this machine, by aiosmtpd, which needs no root as OpenSMTPD does.

    smtp.py --log FILE [--port-file FILE] [--tls CERT KEY] [--login USER:PASSWORD]

What it took stands in the log, a mail as one JSON object a line. Whom a mail is for decides what it answers:
full@… is refused for now (452), gone@… for good (550), full.data@… and gone.data@… only after the whole mail, and
die@… takes the mail and hangs up without an answer. With --tls it wants STARTTLS before anything else.
"""
import argparse
import asyncio
import email
import email.policy
import json
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult


class Handler:
    def __init__(self, log):
        self.log = open(log, "a", buffering=1, encoding="utf-8")

    async def handle_RCPT(self, server, session, envelope, address, options):
        name = address.split("@")[0]
        if name == "full":
            return "452 4.2.2 mailbox full"
        if name == "gone":
            return "550 5.1.1 no such user"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        name = envelope.rcpt_tos[0].split("@")[0]
        if name == "full.data":
            return "451 4.3.0 try again"
        if name == "gone.data":
            return "554 5.6.0 refused"
        mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
        self.log.write(json.dumps({
            "id": mail["Message-ID"], "from": envelope.mail_from, "to": envelope.rcpt_tos, "subject": mail["Subject"],
            "header_to": mail["To"], "text": mail.get_content(), "tls": session.ssl is not None,
            "login": session.auth_data if isinstance(session.auth_data, str) else None}, ensure_ascii=False) + "\n")
        if name == "die":
            server.transport.abort()
            return "250 OK"
        return "250 2.0.0 taken"


async def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--log", required=True)
    parser.add_argument("--port-file")
    parser.add_argument("--tls", nargs=2)
    parser.add_argument("--login")
    args = parser.parse_args()
    more = {}
    if args.tls:
        more["tls_context"] = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        more["tls_context"].load_cert_chain(*args.tls)
        more["require_starttls"] = True
    if args.login:
        def check(server, session, envelope, mechanism, data):
            given = data.login.decode() + ":" + data.password.decode()
            return AuthResult(success=given == args.login, auth_data=data.login.decode())
        more.update(authenticator=check, auth_required=True, auth_require_tls=args.tls is not None)

    handler = Handler(args.log)
    server = await asyncio.get_running_loop().create_server(
        lambda: SMTP(handler, hostname="localhost", **more), "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    if args.port_file:
        with open(args.port_file, "w", encoding="utf-8") as file:
            file.write(f"{port}\n")
    print(port, file=sys.stderr)
    await server.serve_forever()


asyncio.run(main())
