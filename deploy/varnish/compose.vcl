# site.vcl for the addresses of docker-compose.yml: web .10, worker .11, and .1, the machine itself,
# on which something ends TLS and connects to the port that is published on loopback alone.

backend default {
    .host = "172.30.77.10";
    .port = "8000";
    .connect_timeout = 1s;
    .first_byte_timeout = 15s;
    .between_bytes_timeout = 5s;
    .probe = {
        .url = "/healthz";
        .interval = 500ms;
        .timeout = 1s;
        .window = 3;
        .threshold = 2;
        .initial = 2;
    }
}

# The addresses of web and worker. Nobody else may make this cache forget.
acl purgers {
    "172.30.77.10";
    "172.30.77.11";
}

# Whatever ends TLS in front, or a CDN: their X-Forwarded-For is believed, and so is what
# `site_place` reads. Of everybody else nothing is believed.
acl fronts {
    "172.30.77.1";
}

# Called for requests of `fronts` alone. Where one of them says where the reader is, put that into
# `Said`, from a header that it sets itself whatever the reader sent. Cloudflare, for instance:
#     set req.http.Said = req.http.CF-IPCountry + "-" + req.http.CF-Region-Code;
# As it stands nobody says: the origin looks each reader's address up, and nothing of that is kept.
sub site_place {
}
