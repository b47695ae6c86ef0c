"""What hostile pages and programs send, and the status each must get. `PORT` stands for the server's own port."""

from __future__ import annotations

from serving.knocking import handshake, request

OWN = "127.0.0.1:PORT"
PROXIED = "hiring.example.com"
JSON = ("Content-Type: application/json", "Content-Length: 2")


def _file(*headers: str, body: bytes = b"") -> bytes:
    return request("PUT /_stcore/upload_file/someone/1", OWN, f"Origin: http://{OWN}", *headers, body=body)


#: Hosts that are not ours, however much they look like it.
FOREIGN_HOSTS = {
    "rebound name": "evil.example",
    "rebound name with our port": "evil.example:PORT",
    "ours as a first part": "localhost.evil.example",
    "our address as a first part": "127.0.0.1.evil.example:PORT",
    "ours as a last part": "evil-localhost:PORT",
    "below ours": "www.hiring.example.com",
    "ours as a person": "localhost@evil.example",
    "a person at ours": "evil@localhost:PORT",
    "ours after a hash": "evil.example#localhost",
    "ours in a path": "evil.example/localhost",
    "a dot at the end": "localhost.:PORT",
    "capitals": "LOCALHOST:PORT",
    "another port": "127.0.0.1:1",
    "no number as port": "127.0.0.1:8501x",
    "an empty port": "127.0.0.1:",
    "all interfaces": "0.0.0.0:PORT",
    "this machine, written short": "127.1:PORT",
    "this machine, as a number": "2130706433:PORT",
    "two in one": "127.0.0.1:PORT, evil.example",
}
#: Origins that are not the page's own, for the Host 127.0.0.1 with the server's port.
FOREIGN_ORIGINS = {
    "another site": "http://evil.example",
    "another port of this machine": "http://127.0.0.1:1",
    "this machine by its other name": "http://localhost:PORT",
    "no port": "http://127.0.0.1",
    "nobody": "null",
    "empty": "",
    "ours as a first part": "http://127.0.0.1:PORT.evil.example",
    "ours as a person": "http://127.0.0.1:PORT@evil.example",
    "a person at ours": "http://evil@127.0.0.1:PORT",
    "ours after a hash": "http://evil.example#127.0.0.1:PORT",
    "ours with a path": "http://127.0.0.1:PORT/evil",
    "capitals": "HTTP://127.0.0.1:PORT",
    "another scheme": "file://127.0.0.1:PORT",
    "two in one": "http://127.0.0.1:PORT http://evil.example",
}
ATTACKS: dict[str, tuple[bytes, int]] = {
    "no Host": (request("GET /", "", "Connection: close"), 400),
    "no Host, the old way": (b"GET / HTTP/1.0\r\n\r\n", 421),
    "two Hosts": (request("GET /", OWN, "Host: evil.example"), 400),
    "two Hosts, ours last": (request("GET /", "evil.example", f"Host: {OWN}"), 400),
    "the other site in the target": (request("GET http://evil.example/", "evil.example"), 421),
    "a forwarded Host is not heeded": (request("GET /", "evil.example", f"X-Forwarded-Host: {OWN}"), 421),
    "a forwarded foreign Host is not heeded": (request("GET /", OWN, "X-Forwarded-Host: evil.example"), 200),
    "two Origins": (handshake(OWN, f"Origin: http://{OWN}", "Origin: http://evil.example"), 400),
    "a WebSocket from another site, Origin left out": (handshake(OWN, "Sec-Fetch-Site: cross-site"), 403),
    "a WebSocket to a page": (
        handshake(OWN, f"Origin: http://{OWN}").replace(b"/_stcore/stream", b"/"),
        403,
    ),
    "a part of the page from another site": (
        request("GET /media/a.csv", OWN, "Sec-Fetch-Site: same-site"),
        403,
    ),
    "a download opened by a link elsewhere": (
        request(
            "GET /media/a.csv",
            OWN,
            "Sec-Fetch-Site: cross-site",
            "Sec-Fetch-Mode: navigate",
            "Sec-Fetch-Dest: document",
        ),
        403,
    ),
    "the page in a frame elsewhere": (
        request(
            "GET /", OWN, "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe"
        ),
        403,
    ),
    "the page by a link elsewhere": (
        request(
            "GET /", OWN, "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"
        ),
        200,
    ),
    "health asked by another site": (request("GET /_stcore/health", OWN, "Origin: http://evil.example"), 403),
    "metrics": (request("GET /_stcore/metrics", OWN), 404),
    "metrics, encoded": (request("GET /_stcore/%6Detrics", OWN), 404),
    "metrics, families chosen": (request("GET /_stcore/metrics?families=session_events", OWN), 404),
    "metrics behind two slashes": (request("GET //_stcore/metrics", OWN), 404),
    "metrics by steps": (request("GET /x/../_stcore/metrics", OWN), 404),
    "metrics with a slash after it": (request("GET /_stcore/metrics/", OWN), 404),
    "the agent": (request("POST /_stcore/agent/interact", OWN, *JSON, body=b"{}"), 404),
    "the agent's other door": (request("POST /_stcore/agent/mcp", OWN, *JSON, body=b"{}"), 404),
    "the agent's description": (request("GET /_stcore/agent/openapi.json", OWN), 404),
    "the script's health": (request("GET /_stcore/script-health-check", OWN), 404),
    "files of the app": (request("GET /app/static/streamlit_app.py", OWN), 404),
    "a component": (request("GET /component/x/index.html", OWN), 404),
    "a component of the second kind": (request("GET /_stcore/bidi-components/x", OWN), 404),
    "steps up": (request("GET /static/../../../../etc/passwd", OWN), 404),
    "steps up, encoded": (request("GET /static/%2e%2e/%2e%2e/etc/passwd", OWN), 404),
    "steps up, the other way": (request("GET /static/..%5c..%5cetc", OWN), 404),
    "a nought": (request("GET /static/%00", OWN), 404),
    "may I, from another site": (
        request(
            "OPTIONS /_stcore/health",
            OWN,
            "Origin: http://evil.example",
            "Access-Control-Request-Method: PUT",
        ),
        403,
    ),
    "may I": (request("OPTIONS /_stcore/upload_file/someone/1", OWN, f"Origin: http://{OWN}"), 405),
    "TRACE": (request("TRACE /", OWN), 405),
    "POST": (request("POST /", OWN, "Content-Length: 0"), 405),
    "DELETE of a page": (request("DELETE /", OWN), 405),
    "a method of our own": (request("WEBSOCKET /_stcore/stream", OWN), 405),
    "a file to nobody's session": (_file("Content-Length: 3", body=b"abc"), 403),
    "a large file to nobody's session": (_file("Content-Length: 99999999999"), 403),
    "a file in pieces to nobody's session": (
        _file("Transfer-Encoding: chunked", body=b"3\r\nabc\r\n0\r\n\r\n"),
        403,
    ),
    "a file taken away without the token": (request("DELETE /_stcore/upload_file/someone/1", OWN), 403),
}
ATTACKS |= {f"Host: {what}": (request("GET /", host), 421) for what, host in FOREIGN_HOSTS.items()}
ATTACKS |= {
    f"WebSocket to {what}": (handshake(host, f"Origin: http://{host}"), 403)
    for what, host in FOREIGN_HOSTS.items()
}
ATTACKS |= {
    f"WebSocket from {what}": (handshake(OWN, f"Origin: {origin}"), 403)
    for what, origin in FOREIGN_ORIGINS.items()
}
ATTACKS |= {
    f"page from {what}": (request("GET /", OWN, f"Origin: {origin}"), 403)
    for what, origin in FOREIGN_ORIGINS.items()
}
