"""Serves with a certificate made for this run and asks sslyze, by Mozilla's intermediate profile, what it thinks; then
whether HTTP/2 is agreed on, cookies carry what they must, and browsers are told to come over TLS only."""
import json
import re
import ssl
import socket
import subprocess
import sys
from pathlib import Path

import requests

from findings import Findings
from house import House

SCANS = [
    "certificate_info", "ssl_2_0_cipher_suites", "ssl_3_0_cipher_suites", "tls_1_0_cipher_suites", "tls_1_1_cipher_suites",
    "tls_1_2_cipher_suites", "tls_1_3_cipher_suites", "tls_compression", "tls_1_3_early_data", "openssl_ccs_injection",
    "tls_fallback_scsv", "heartbleed", "robot", "session_renegotiation", "elliptic_curves", "http_headers",
]


def main(program, demo, report, sslyze):
    findings = Findings("tls", report)
    folder = Path(report, "certificate")
    folder.mkdir(parents=True, exist_ok=True)
    chain, key, authority = certificate(folder)
    house = House(program, demo, f"{report}/register-tls", "--certificate", str(chain), "--certificate-key", str(key))
    house.authority = str(authority)
    try:
        scan(house, findings, sslyze, report, authority)
        agreed(house, findings)
        cookies(house, findings, authority)
        house.judge(findings)
    finally:
        house.close()
    return findings.end()


def certificate(folder):
    """An authority made for this run and a certificate of its own for this machine: the chain, the key, the authority."""
    curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
    own = folder / "own.cnf"
    own.write_text(
        "subjectAltName=DNS:localhost,IP:127.0.0.1\nbasicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\n"
        "extendedKeyUsage=serverAuth\nsubjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n")
    for command in (
        ["req", "-x509", *curve, "-days", "90", "-keyout", "authority.key", "-out", "authority.pem", "-subj", "/CN=An authority for a trial",
         "-addext", "keyUsage=critical,keyCertSign"],
        ["req", *curve, "-keyout", "key.pem", "-out", "own.csr", "-subj", "/CN=localhost"],
        ["x509", "-req", "-in", "own.csr", "-CA", "authority.pem", "-CAkey", "authority.key", "-CAcreateserial", "-days", "30",
         "-extfile", "own.cnf", "-out", "chain.pem"],
    ):
        subprocess.run(["openssl", *command], cwd=folder, check=True, capture_output=True)
    return folder / "chain.pem", folder / "key.pem", folder / "authority.pem"


def scan(house, findings, sslyze, report, authority):
    out = Path(report, "sslyze.json")
    told = subprocess.run(
        [sslyze, "--json_out", out, "--mozilla_config", "intermediate", "--certinfo_ca_file", authority, f"localhost:{house.port}"],
        capture_output=True, text=True)
    Path(report, "sslyze.txt").write_text(told.stdout + told.stderr)
    result = json.loads(out.read_text())["server_scan_results"][0]
    if result["scan_status"] != "COMPLETED":
        findings.add("sslyze did not finish", result["scan_status"])
        return
    done = result["scan_result"]
    findings.measure("scans by sslyze", sum(1 for s in done.values() if s and s.get("status") == "COMPLETED"))
    for name in SCANS:
        if not done.get(name) or done[name]["status"] not in ("COMPLETED", "NOT_SCHEDULED"):
            findings.add("a scan did not finish", name)
    # What the profile says, one line each: “* cipher_suites: ...”.
    verdict = told.stdout.split("COMPLIANCE AGAINST")[-1] if "COMPLIANCE AGAINST" in told.stdout else ""
    if not verdict:
        findings.add("sslyze gave no verdict", "mozilla intermediate")
    for line in re.findall(r"^\s+\* (\w+): (.*)$", verdict, re.M):
        findings.add("against Mozilla's intermediate profile", line[0], line[1])


def agreed(house, findings):
    for offered, expected in [(["h2", "http/1.1"], "h2"), (["http/1.1"], "http/1.1")]:
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        context.set_alpn_protocols(offered)
        with socket.create_connection(("127.0.0.1", house.port), timeout=20) as line:
            with context.wrap_socket(line, server_hostname="localhost") as secure:
                if secure.selected_alpn_protocol() != expected:
                    findings.add("not agreed on", expected, secure.selected_alpn_protocol())
    findings.measure("protocols agreed on", 2)
    # HTTP/2 has limits of its own.
    for name, fields in [("a huge field", ["-H", "X-A: " + "b" * 60_000]), ("many fields", [
            part for n in range(900) for part in ("-H", f"X-{n}: {'b' * 60}")])]:
        told = subprocess.run(
            ["curl", "-sk", "--max-time", "20", "--http2", "-o", "/dev/null", "-w", "%{http_code}", *fields,
             f"https://localhost:{house.port}/alive"], capture_output=True, text=True)
        if told.stdout.startswith("2"):
            findings.add("HTTP/2 takes too much", name, told.stdout)


def cookies(house, findings, authority):
    """Cookies of a sign-in over TLS: bound to the host, out of reach of scripts, not sent by other sites' forms."""
    session = requests.Session()
    session.verify, session.trust_env = str(authority), False
    address = f"https://localhost:{house.port}"
    page = session.get(address + "/sign-in", timeout=30)
    row = house.sign_ins()[0]
    token = re.search(r'name="csrf-token" value="([^"]+)"', page.text)[1]
    answer = session.post(
        address + "/sign-in", data={"name": row["sign-in"], "password": row["password"], "csrf-token": token},
        allow_redirects=False, timeout=30)
    if answer.status_code != 303:
        findings.add("nobody can sign in over TLS", answer.status_code)
    before = session.cookies.get("__Host-session")
    fields = [v for a in (page, answer) for n, v in a.raw.headers.items() if n.lower() == "set-cookie"]
    for field in fields:
        name = field.split("=")[0]
        for need in ("Secure", "HttpOnly", "Path=/", "SameSite="):
            if need not in field:
                findings.add("a cookie without a guard", name, need)
        if not name.startswith("__Host-") or "Domain" in field:
            findings.add("a cookie that another host may set", name)
    if not before:
        findings.add("no session over TLS", "__Host-session")
    for response in (page, answer):
        if "max-age=31536000" not in response.headers.get("Strict-Transport-Security", ""):
            findings.add("browsers are not told to come over TLS", response.url)
    # Somebody who planted a session beforehand must not be in it afterwards.
    fixed = requests.Session()
    fixed.verify, fixed.trust_env = str(authority), False
    fixed.cookies.set("__Host-session", "A" * 43, domain="localhost", secure=True)
    page = fixed.get(address + "/sign-in", timeout=30)
    token = re.search(r'name="csrf-token" value="([^"]+)"', page.text)[1]
    answer = fixed.post(
        address + "/sign-in", data={"name": row["sign-in"], "password": row["password"], "csrf-token": token},
        allow_redirects=False, timeout=30)
    given = re.search(r"__Host-session=([^;]+)", answer.headers.get("Set-Cookie", ""))
    if not given or given[1] == "A" * 43:
        findings.add("a session can be fixed", "__Host-session")
    findings.measure("cookies looked at", len(fields))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:5]))
