"""The real application server with the deployment's own configuration, spoken to byte by byte."""

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
START_SECONDS = 40
FORM = b"Content-Type: application/x-www-form-urlencoded\r\n"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """Start gunicorn on a free port with an empty database; yield the port."""
    folder = tmp_path_factory.mktemp("server")
    port = free_port()
    environment = {
        **{name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG"}},
        "DJANGO_SETTINGS_MODULE": "portal.settings.development",
        "DEBUG": "False",
        "ENV_FILE": str(folder / "none.env"),
        "VAR_DIR": str(folder),
        "DATABASE_URL": f"sqlite:///{folder / 'portal.sqlite3'}",
        "TRUSTED_PROXIES": "",
        "GUNICORN_BIND": f"127.0.0.1:{port}",
        "GUNICORN_WORKERS": "1",
        "GUNICORN_THREADS": "4",
    }
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py"],
            cwd=ROOT,
            env=environment,
            stdout=log,
            stderr=log,
        )
    try:
        wait_for(port, process, folder / "log")
        yield port
    finally:
        process.terminate()
        process.wait(timeout=30)


def wait_for(port, process, log):
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        if process.poll() is not None:
            break
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"gunicorn did not start:\n{log.read_text()}")


def say(port, request, timeout=10):
    """Send bytes and return the status the server answers with, or nothing if it hangs up."""
    with socket.create_connection(("127.0.0.1", port), timeout=timeout) as connection:
        connection.sendall(request)
        answer = connection.recv(4096).decode("latin-1")
    return int(answer.split(" ")[1]) if answer.startswith("HTTP/") else None


def test_a_plain_request_is_answered(server):
    assert say(server, b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n") == 200


def test_a_request_without_a_host_is_refused(server):
    assert say(server, b"GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n") == 400


@pytest.mark.parametrize("host", [b"evil.example", b"localhost:99999", b"user@localhost"])
def test_a_foreign_host_is_refused(server, host):
    assert say(server, b"GET / HTTP/1.1\r\nHost: " + host + b"\r\nConnection: close\r\n\r\n") == 400


def test_two_hosts_are_refused(server):
    assert (
        say(server, b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
        == 400
    )


def say_and_listen(port, request):
    """Send bytes and return everything the server says until it hangs up or falls silent."""
    said = b""
    with socket.create_connection(("127.0.0.1", port), timeout=3) as connection:
        connection.sendall(request)
        try:
            while part := connection.recv(4096):
                said += part
        except TimeoutError:
            pass
    return said.decode("latin-1")


@pytest.mark.parametrize(
    "framing",
    [
        b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
        b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n",
        b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
        b"Content-Length: -5\r\n\r\nhello",
    ],
)
def test_no_second_request_can_be_smuggled_behind_a_body_of_unclear_length(server, framing):
    smuggled = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    said = say_and_listen(server, b"POST /theme/ HTTP/1.1\r\nHost: localhost\r\n" + FORM + framing + smuggled)
    assert "200 OK" not in said
    assert not said.endswith("ok\n")


def test_oversized_headers_are_refused(server):
    long_line = b"GET /" + b"a" * 9000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n"
    long_header = b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: " + b"a" * 100_000 + b"\r\n\r\n"
    many_headers = (
        b"GET / HTTP/1.1\r\nHost: localhost\r\n" + b"".join(b"X-%d: 1\r\n" % number for number in range(2000)) + b"\r\n"
    )
    assert say(server, long_line) in {400, 414}
    assert say(server, long_header) in {400, 431}
    assert say(server, many_headers) in {400, 431}


def test_forwarding_headers_of_a_stranger_change_nothing(server):
    forged = b"X-Forwarded-Proto: https\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-For: 1.2.3.4\r\n"
    request = b"GET /people HTTP/1.1\r\nHost: localhost\r\n" + forged + b"Connection: close\r\n\r\n"
    with socket.create_connection(("127.0.0.1", server), timeout=10) as connection:
        connection.sendall(request)
        answer = connection.recv(4096).decode("latin-1")
    assert "evil.example" not in answer
    assert "https://" not in answer.partition("\r\n\r\n")[0]


def test_two_half_requests_do_not_stop_the_site(server):
    slow = [socket.create_connection(("127.0.0.1", server), timeout=10) for _ in range(2)]
    try:
        for connection in slow:
            connection.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")
        started = time.monotonic()
        status = say(server, b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", timeout=5)
        assert (status, time.monotonic() - started < 5) == (200, True)
    finally:
        for connection in slow:
            connection.close()
