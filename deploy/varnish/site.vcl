# What is this installation's own: where the origin is, who may purge, who stands in front.
# default.vcl includes this file from its own folder. See docs/operating-caches.md.

backend default {
    .host = "127.0.0.1";
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
    "127.0.0.1";
    "::1";
}

# Whatever ends TLS in front, or a CDN: their X-Forwarded-For is believed, and so is what
# `site_place` reads. Of everybody else nothing is believed.
acl fronts {
    "127.0.0.1";
    "::1";
}

# Called for requests of `fronts` alone. Where one of them says where the reader is, put that into
# `Said`, from a header that it sets itself whatever the reader sent. Cloudflare, for instance:
#     set req.http.Said = req.http.CF-IPCountry + "-" + req.http.CF-Region-Code;
# As it stands nobody says: the origin looks each reader's address up, and nothing of that is kept.
sub site_place {
}
