#!/usr/bin/python3
"""A gateway as they are: takes messages by HTTP, and fails in every way that is known of them.

    http.py --log FILE [--port-file FILE] [--faults PERMILLE] [--seed N] [--slow SECONDS] [--tls CERT KEY] [--token T]

What it took stands in the log, a line a time: the Idempotency-Key, the message's code, the number. A message whose key it
knows is answered but not taken again, and stands there with "again". Faults, of each PERMILLE in a thousand a share:

    drop     hangs up before it has read the request
    die      takes the message, and hangs up without an answer
    slow     takes the message, and answers after so many seconds
    garbage  answers with what is no JSON, and may have taken it
    twice    answers twice
    busy     503, or 429 with Retry-After

A number that ends in 13 is wrong for good: 400. One that names a fault (…-fault-NAME as the code) always gets it.
"""
import argparse
import asyncio
import json
import random
import ssl
import sys

FAULTS = ["drop", "die", "slow", "garbage", "twice", "busy"]


class Gateway(asyncio.Protocol):
    def __init__(self, shop):
        self.shop, self.buffer = shop, b""

    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        self.buffer += data
        while True:
            head, found, rest = self.buffer.partition(b"\r\n\r\n")
            if not found:
                return
            headers = {}
            for line in head.split(b"\r\n")[1:]:
                name, _, value = line.partition(b":")
                headers[name.strip().lower().decode()] = value.strip().decode()
            length = int(headers.get("content-length", "0"))
            if len(rest) < length:
                return
            body, self.buffer = rest[:length], rest[length:]
            self.answer(headers, body)

    def reply(self, status, text, more=""):
        if self.transport.is_closing():
            return
        body = text.encode()
        self.transport.write(
            f"HTTP/1.1 {status}\r\nContent-Type: application/json\r\n{more}Content-Length: {len(body)}\r\n\r\n".encode() + body)

    def answer(self, headers, body):
        shop = self.shop
        try:
            message = json.loads(body)
        except ValueError:
            return self.reply("400 Bad Request", '{"code":"syntax"}')
        if shop.token and headers.get("authorization") != "Bearer " + shop.token:
            return self.reply("401 Unauthorized", '{"code":"token"}')
        key, code, to = headers.get("idempotency-key", ""), message.get("uid", ""), message.get("mobile", "")
        fault = shop.fault(code)
        if fault == "drop":
            return self.transport.abort()
        if fault == "busy":
            if shop.random.random() < 0.5:
                return self.reply("429 Too Many Requests", "{}", "Retry-After: 1\r\n")
            return self.reply("503 Service Unavailable", "<html>busy</html>")
        if to.endswith("13"):
            return self.reply("400 Bad Request", '{"code":"number"}')
        if fault == "garbage" and shop.random.random() < 0.5:
            return self.reply("200 OK", "<html>\x01")
        receipt = shop.take(key, code, to)
        good = json.dumps({"code": "0", "msgid": receipt})
        if fault == "die":
            self.transport.abort()
        elif fault == "slow":
            asyncio.get_running_loop().call_later(shop.slow, self.reply, "200 OK", good)
        elif fault == "garbage":
            self.reply("200 OK", '{"code":')
        else:
            self.reply("200 OK", good)
            if fault == "twice":
                self.reply("200 OK", good)


class Shop:
    def __init__(self, args):
        self.random = random.Random(args.seed)
        self.faults, self.slow, self.token = args.faults, args.slow, args.token
        self.log = open(args.log, "a", buffering=1, encoding="utf-8")
        self.taken = {}

    def fault(self, code):
        _, named, name = code.partition("fault-")
        if named:
            return name.split("/")[0]
        if self.random.randrange(1000) < self.faults:
            return self.random.choice(FAULTS)
        return None

    def take(self, key, code, to):
        again = key in self.taken
        receipt = self.taken.setdefault(key, f"R{len(self.taken) + 1}")
        self.log.write(f"{key} {code} {to}{' again' if again else ''}\n")
        return receipt


async def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--log", required=True)
    parser.add_argument("--port-file")
    parser.add_argument("--faults", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--slow", type=float, default=3)
    parser.add_argument("--token")
    parser.add_argument("--tls", nargs=2)
    args = parser.parse_args()
    shop, context = Shop(args), None
    if args.tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*args.tls)
    server = await asyncio.get_running_loop().create_server(lambda: Gateway(shop), "127.0.0.1", 0, ssl=context, backlog=512)
    port = server.sockets[0].getsockname()[1]
    if args.port_file:
        with open(args.port_file, "w", encoding="utf-8") as file:
            file.write(f"{port}\n")
    print(port, file=sys.stderr)
    await server.serve_forever()


asyncio.run(main())
