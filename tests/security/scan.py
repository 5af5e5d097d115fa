#!/usr/bin/env python3
"""Runs sqlmap and wapiti against the demonstration, signed in and not, and fails on a finding.

    tests/security/scan.py [--program target/debug/pejling] [--minutes 30] [--only sqlmap|wapiti] [--as ROLE]

Starts the program with a demonstration of its own on a free port of this machine, walks it as everyone who may use it,
hands each page and form to both scanners, reads the program's own log for faults, and ends what it started. Needs the
Debian packages `sqlmap` and `wapiti`. What it covers and what not: docs/security.md.
"""

import argparse
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

from walk import Walker, template

PASSWORD = "frisk kaffe til alle"
ROLES = {
    "visitor": None,
    "respondent": None,
    "leader": "henning.bruun@soendervang.example",
    "facilitator": "maja.friis@soendervang.example",
    "administrator": "karen.vestergaard@soendervang.example",
}
# As the program behind a proxy is: cookies are Secure, and every answer says to stay with https.
PUBLIC = "https://pejling.example"
# These end the very session that the scanner uses, or the screening that the rest is tried on.
KEEP_AWAY = [
    "/api/sign-out",
    "/api/end-sessions",
    "/api/start-tablet",
    "/api/stop-screening",
    "/api/end-practice",
    "/api/answer/send",
]
# Left out of wapiti: csrf looks for a token in each form, where here the browser's Sec-Fetch-Site and Origin are
# checked on every POST; ssrf and xxe ask a host elsewhere whether it was reached; nikto, wapp and buster fetch lists.
MODULES = "sql,blindsql,exec,file,xss,permanentxss,crlf,redirect,cookieflags,csp,http_headers,methods,backup,htaccess,shellshock"
# Debian 12's wapiti compiles its -x in a way that Python 3.11 refuses.
WAPITI = """
import fnmatch, re
from wapitiCore.net import crawler
crawler.wildcard_translate = lambda pattern: re.compile(fnmatch.translate(pattern))
from wapitiCore.main.wapiti import wapiti_main
wapiti_main()
"""
# What wapiti says and what is meant so, each with its reason.
EXPECTED = {
    # An older header that browsers no longer read; the policy does its work.
    "X-XSS-Protection is not set",
    # The policy's frame-ancestors says it, to every browser of the last ten years.
    "X-Frame-Options is not set",
    # The browser's part is WebAssembly, which this alone lets in: it lets in no script.
    "CSP \"script-src\" value is not safe",
}


def say(text):
    print(time.strftime("%H:%M:%S"), text, flush=True)


class Program:
    """The program on a free port, with a demonstration in a folder of its own."""

    def __init__(self, program, folder):
        database = f"sqlite://{folder}/demo.db"
        demo = subprocess.run(
            [program, "demo", "--database", database], capture_output=True, text=True, check=True
        )
        self.codes = re.findall(r"^ +users +(\S+)", demo.stdout, re.M)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}"
        self.log = Path(folder) / "log"
        arguments = ["serve", "--listen", f"127.0.0.1:{port}", "--database", database, "--public-url", PUBLIC]
        # Guessing is slowed by address: sqlmap says another one each time, as a proxy that is trusted would.
        arguments += ["--requests-a-second", "100000", "--trusted-proxy", "127.0.0.1/32"]
        self.process = subprocess.Popen(
            [program, *arguments], stdout=subprocess.DEVNULL, stderr=self.log.open("w"), env=os.environ | {"PEJLING_LOG": "info"}
        )
        for _ in range(300):
            try:
                urllib.request.urlopen(f"{self.address}/health/ready", timeout=2)
                return
            except (OSError, urllib.error.URLError):
                time.sleep(0.1)
        self.end()
        raise SystemExit(f"the program did not start: {self.log.read_text()[-500:]}")

    def end(self):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()

    def faults(self):
        """Lines of the log that tell of a fault: an error, a panic, an answer of 500 or more."""
        wrong = re.compile(r"ERROR|panick|status=5\d\d")
        return sorted({re.sub(r"^\S+ ", "", line) for line in self.log.read_text().splitlines() if wrong.search(line)})


def run(command, seconds, folder):
    """A scanner's words, and whether it came to its end. It is ended with everything that it started."""
    with open(folder / "said", "w+") as said:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT, start_new_session=True
        )
        try:
            process.wait(max(seconds, 1))
            ended = True
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGTERM)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
            ended = False
        said.seek(0)
        return said.read(), ended


def sqlmap(address, cookie, requests, until, folder):
    """Tries each request's fields and the ids in its path; says what was found, and how many were tried."""
    found, tried, cut, fields = [], 0, 0, 0
    for at, request in enumerate(requests):
        left = until - time.monotonic()
        if left < 5:
            break
        # Each has its part of what is left, and some more where others were quick.
        share = min(left, max(20, 3 * left / (len(requests) - at)))
        text = request.text(urllib.parse.urlsplit(address).netloc, cookie)
        file = folder / f"request-{at}"
        file.write_text(text)
        command = ["sqlmap", "-r", str(file), "--batch", "--ignore-stdin", "--dbms=SQLite", "--technique=BEU", "--level=1", "--risk=1",
                   "--threads=2", "--flush-session", f"--output-dir={folder}/sqlmap", "--disable-coloring", "--drop-set-cookie",
                   "--skip-waf", "--tamper=xforwardedfor", "--ignore-code=401,403,404,409,413,422,429", "--answers=redirect=N"]
        said, ended = run(command, share, folder)
        tried += 1
        cut += not ended
        fields += request.fields()
        # A hint is followed up by sqlmap itself; what counts is where it says that it got in.
        if "identified the following injection point" in said:
            lines = [line for line in said.splitlines() if "Parameter:" in line or "Payload:" in line]
            found.append(f"sqlmap: {request.name}: {' | '.join(lines)}")
        if re.search(r"\[CRITICAL\]", said) and not re.search(r"do not appear to be injectable|no parameter\(s\) found", said):
            # It tries again by itself where an answer took too long.
            critical = [one for one in re.findall(r"\[CRITICAL\] (.*)", said) if "going to retry" not in one]
            found += [f"sqlmap could not try {request.name}: {one}" for one in critical[:1]]
    say(f"  sqlmap: {tried} of {len(requests)} requests, {fields} fields, {cut} cut short")
    return found


def wapiti(address, walker, until, folder):
    """Lets wapiti walk from every page, and says what it found that is not meant so."""
    seconds = until - time.monotonic()
    report = folder / "wapiti.json"
    report.unlink(missing_ok=True)
    walking = int(seconds / 4)
    attack = max(10, int((seconds - walking) / len(MODULES.split(","))))
    command = ["/usr/bin/python3", "-c", WAPITI, "-u", f"{address}/", "-m", MODULES, "-f", "json", "-o", str(report), "--flush-session",
               "--store-session", str(folder / "wapiti"), "--no-bugreport", "-v", "1", "-t", "10", "-S", "normal",
               "--max-scan-time", str(walking), "--max-attack-time", str(attack), "--max-files-per-dir", "300"]
    for name, value in walker.headers().items():
        command += ["-H", f"{name}: {value}"] if value else []
    for page in walker.pages:
        command += ["-s", address + page]
    for path in KEEP_AWAY:
        command += ["-x", address + path]
    said, ended = run(command, seconds + 60, folder)
    if not report.exists():
        return [f"wapiti gave no report: {said[-400:]}"]
    told = json.loads(report.read_text())
    found = []
    for group in ["vulnerabilities", "anomalies"]:
        for kind, ones in told[group].items():
            for one in ones:
                if one["info"].strip() not in EXPECTED:
                    found.append(f"wapiti: {kind}: {one['method']} {one['path']} {one.get('parameter') or ''}: {one['info']}")
    walked = re.findall(r"Wapiti found (\d+) URLs and forms", said) or [str(told["infos"].get("crawled_pages_nbr", "?"))]
    say(f"  wapiti: {walked[0]} pages and forms{'' if ended else ', cut short'}")
    return sorted(set(found))


def scan(arguments, program, folder):
    roles = [arguments.role] if arguments.role else list(ROLES)
    scanners = [arguments.only] if arguments.only else ["sqlmap", "wapiti"]
    end = time.monotonic() + 60 * arguments.minutes
    turns = len(roles) * len(scanners)
    found = []
    known = set()
    for role in roles:
        walker = Walker(program.address)
        if ROLES[role]:
            walker.sign_in(ROLES[role], PASSWORD)
        if role == "respondent":
            walker.begin(program.codes[0])
        walker.walk(["/", "/log-ind", "/svar", "/screeninger", "/rapporter", "/administration", "/konto"])
        requests = [one for one in walker.requests() if one.path not in KEEP_AWAY]
        # What a visitor may ask, too, is tried once.
        new = [one for one in requests if (one.key not in known)]
        known.update(one.key for one in requests)
        say(f"{role}: {len(walker.pages)} pages of {len({template(page) for page in walker.pages})} kinds, "
            f"{sum(one.method == 'POST' for one in requests)} forms; {len(new)} requests for sqlmap")
        for scanner in scanners:
            until = time.monotonic() + (end - time.monotonic()) / turns
            turns -= 1
            if scanner == "sqlmap":
                found += [f"{role}: {one}" for one in sqlmap(program.address, walker.cookie(), new, until, folder)]
            else:
                found += [f"{role}: {one}" for one in wapiti(program.address, walker, until, folder)]
        if ROLES[role] and not walker.still_in():
            found.append(f"{role}: the session ended on the way, so that the rest was tried as a visitor")
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default="target/debug/pejling")
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--only", choices=["sqlmap", "wapiti"])
    parser.add_argument("--as", dest="role", choices=ROLES)
    arguments = parser.parse_args()
    missing = [tool for tool in ["sqlmap", "wapiti"] if not shutil.which(tool)]
    if missing:
        parser.error(f"not installed: {', '.join(missing)}: apt-get install sqlmap wapiti")
    with tempfile.TemporaryDirectory(prefix="pejling-scan-") as name:
        folder = Path(name)
        program = Program(arguments.program, folder)
        try:
            found = scan(arguments, program, folder)
        finally:
            program.end()
        found += [f"the program's log: {fault}" for fault in program.faults()]
    for one in found:
        print(one)
    say(f"{len(found)} findings")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
