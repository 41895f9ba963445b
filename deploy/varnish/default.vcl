# The edge: a Varnish (7.x, with varnish-modules) that keeps pages by zone: docs/operating-caches.md.
# What belongs to one installation alone stands in site.vcl.
#
# A request goes through steps, which the header Noticestep names:
#   zone       learn the zone of the reader's place from the origin (kept by place, not by reader)
#   page       look for the page of that zone
#   …stale     the origin failed: the same again, with what is older but still lawful
#   file       pictures and style sheets: the same for everybody
# Each restart begins the next one.
vcl 4.1;

import header;
import std;
import var;
import xkey;

include "./site.vcl";

sub vcl_recv {
    if (req.method == "PURGE") {
        call forget;
    }
    if (req.restarts == 0) {
        call believe;
        call tidy;
        call route;
    }
    # Nothing stale is shown by an origin that works.
    set req.grace = 0s;
    # Most requests are one of these two; comparing costs less than searching.
    if (req.http.Noticestep != "zone" && req.http.Noticestep != "page") {
        if (req.http.Noticestep ~ "stale$") {
            set req.grace = 1d;
        }
        if (req.http.Noticestep == "pass") {
            return (pass);
        }
    }
    # An address must not become a key: without a place the origin is asked each time.
    if (req.url == "/.zone" && !req.http.Noticeplace) {
        return (pass);
    }
    return (hash);
}

# -- What is believed of a request -----------------------------------------------------------------

sub believe {
    unset req.http.Said;
    unset req.http.Hops;
    # What Connection names could be taken out again on the way to the origin.
    unset req.http.Connection;

    if (client.ip ~ fronts) {
        call site_place;
        # Without a country nothing is said, whatever the part of it is called.
        if (req.http.Said ~ "(?i)^ *(xx|zz|\?)? *([-_,;].*)?$") {
            unset req.http.Said;
        }
        if (!req.http.Said) {
            # Varnish has added the front's own address at the end.
            set req.http.Hops = regsub(req.http.X-Forwarded-For, ",[^,]*$", "");
        }
    } else {
        set req.http.Hops = client.ip;
    }
    # Servers take X_Y for X-Y, and the last one wins: no name with an underscore goes further,
    # nor any by which somebody else than we could say who or where the reader is.
    header.regsub(req, "(?i)^([^:]*_|notice|newsroom|surrogate|purge|origin-?failed|xkey|forwarded|x-forwarded|x-real-ip|x-original|x-client|x-cluster-client|client-ip|true-client|cf-|cdn-|cloudfront-|fastly-|akamai-|x-akamai|x-appengine|x-country|x-geo|geoip|x-region|x-middleton|x-vercel|x-azure|x-http-method|x-method-override)[^:]*:.*$", "Dropped: 1");
    unset req.http.Dropped;

    if (req.http.Said) {
        # The place is all that the origin is told then: the address stays here.
        set req.http.Noticeplace = regsub(req.http.Said, "^(.{100}).*$", "\1");
        unset req.http.Said;
    } else {
        set req.http.X-Forwarded-For = req.http.Hops;
        unset req.http.Hops;
    }
}

# -- One spelling of each address ------------------------------------------------------------------

sub tidy {
    # Only what is odd is set anew: each change is written to the log, too.
    if (req.url ~ "^[^/]|^$|#") {
        set req.url = regsub(req.url, "(?i)^https?://[^/]*", "");
        set req.url = regsub(req.url, "#.*$", "");
        if (req.url !~ "^/") {
            set req.url = "/" + req.url;
        }
    }
    if (!req.http.Host) {
        return (synth(400, "Bad Request"));
    }
    if (req.http.Host ~ "[A-Z]|\.(:(80|443))?$|:(80|443)$") {
        set req.http.Host = regsub(std.tolower(req.http.Host), "\.?(:(80|443))?$", "");
    }
}

# Declared parameters alone, once each, in one order; of several with one name the last.
sub tidy_query {
    set req.http.Noticequery = "";
    if (req.url ~ "[?&]before=[^&]") {
        set req.http.Noticequery = req.http.Noticequery + "&before=" + regsub(req.url, "^.*[?&]before=([^&]+).*$", "\1");
    }
    if (req.url ~ "[?&]demo_place=[^&]") {
        set req.http.Noticequery = req.http.Noticequery + "&demo_place=" + regsub(req.url, "^.*[?&]demo_place=([^&]+).*$", "\1");
    }
    if (req.url ~ "[?&]edition=text(&|$)") {
        set req.http.Noticequery = req.http.Noticequery + "&edition=" + regsub(req.url, "^.*[?&]edition=(text).*$", "\1");
    }
    if (req.url ~ "[?&]in=[^&]") {
        set req.http.Noticequery = req.http.Noticequery + "&in=" + regsub(req.url, "^.*[?&]in=([^&]+).*$", "\1");
    }
    if (req.url ~ "[?&]page=[^&]") {
        set req.http.Noticequery = req.http.Noticequery + "&page=" + regsub(req.url, "^.*[?&]page=([^&]+).*$", "\1");
    }
    set req.url = regsub(req.url, "\?.*$", "") + regsub(req.http.Noticequery, "^&", "?");
    unset req.http.Noticequery;
}

# -- Where a request goes --------------------------------------------------------------------------

sub route {
    if (req.method != "GET" && req.method !~ "^(HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$") {
        return (synth(405, "Method Not Allowed"));
    }
    if (req.url ~ "^/\.zone([?/]|$)") {
        return (synth(404, "Not Found"));
    }
    # Staff, forms, previews, machines that ask for the origin's health; searches, which have no end.
    if ((req.method != "GET" && req.method != "HEAD") || req.http.Authorization
        || req.url ~ "^/(admin|preview|healthz|readyz)([/?]|$)" || req.url ~ "[?&]as_region="
        || req.url ~ "^(/[^/?]+)?/search/?\?"
        || req.http.Cookie ~ "(^|[;, ])sessionid=") {
        set req.http.Noticestep = "pass";
    } else if (req.url ~ "^/(static|media)/") {
        set req.http.Noticestep = "file";
        set req.url = regsub(req.url, "\?.*$", "");
        unset req.http.Cookie;
    } else {
        unset req.http.Cookie;
        if (req.url ~ "\?") {
            call tidy_query;
        }
        call ask_for_zone;
    }
    if (!std.healthy(req.backend_hint) && req.http.Noticestep ~ "^(zone|file)$") {
        set req.http.Noticestep = req.http.Noticestep + "stale";
    }
}

sub ask_for_zone {
    set req.http.Noticeurl = req.url;
    set req.url = "/.zone";
    set req.http.Noticestep = "zone";
}

sub vcl_hash {
    hash_data(req.url);
    if (req.url == "/.zone") {
        hash_data(req.http.Noticeplace);
    } else {
        hash_data(req.http.Host);
    }
    if (req.http.Noticezone) {
        hash_data(req.http.Noticezone);
    }
    return (lookup);
}

# -- What the origin says --------------------------------------------------------------------------

sub vcl_backend_fetch {
    set bereq.http.Noticeasked = now;
    unset bereq.http.Noticeurl;
    if (bereq.url == "/.zone") {
        unset bereq.http.If-None-Match;
        unset bereq.http.If-Modified-Since;
        unset bereq.http.Range;
        unset bereq.http.Cookie;
    }
}

sub vcl_backend_response {
    if (bereq.uncacheable) {
        return (deliver);
    }
    set beresp.keep = 0s;
    set beresp.grace = 0s;
    if (beresp.status >= 500) {
        call fail;
    }
    if (bereq.http.Noticestep ~ "^file") {
        call keep_file;
    } else {
        call keep_page;
    }
    return (deliver);
}

# Of a failure nothing is kept, not even for a blink: it would hide what is older. vcl_synth goes on.
sub fail {
    if (bereq.is_bgfetch || bereq.http.Noticestep !~ "stale$") {
        return (abandon);
    }
    set beresp.ttl = 0s;
    set beresp.uncacheable = true;
    return (deliver);
}

sub keep_file {
    if (beresp.status != 200 || beresp.http.Set-Cookie || beresp.http.Cache-Control !~ "public") {
        call keep_nothing;
    }
    if (beresp.ttl > 1h) {
        set beresp.ttl = 1h;
    }
    set beresp.grace = 1d;
    # A photo's file can be withdrawn; its key is made of its name (articles/caching/tags.py).
    if (bereq.url ~ "^/media/") {
        set beresp.http.xkey = "file-" + regsuball(regsub(bereq.url, "^/media/(.*)\.[^.]*$", "\1"), "/", "");
    }
}

sub keep_page {
    if (beresp.http.Set-Cookie || beresp.http.Surrogate-Control !~ "max-age=[0-9]") {
        call keep_nothing;
    }
    # The law changed while the question was on its way: an answer for this reader alone.
    if (bereq.url != "/.zone" && beresp.http.Noticezone != bereq.http.Noticezone) {
        call keep_nothing;
    }
    # Made before a change that we have heard of.
    if (std.integer(beresp.http.Surrogate-Position, -1) < std.integer(var.global_get("position"), 0)) {
        call keep_nothing;
    }
    set beresp.ttl = std.duration(regsub(beresp.http.Surrogate-Control, "^.*max-age=([0-9]+).*$", "\1s"), 0s)
        - (now - std.time(bereq.http.Noticeasked, now));
    if (beresp.ttl <= 0s) {
        call keep_nothing;
    }
    if (beresp.http.Surrogate-Control ~ "stale-if-error=[0-9]") {
        set beresp.grace = std.duration(regsub(beresp.http.Surrogate-Control, "^.*stale-if-error=([0-9]+).*$", "\1s"), 0s);
    }
    set beresp.http.xkey = beresp.http.Surrogate-Key;
    call lighten;
}

# What is kept is copied and logged at each hit: only what somebody reads then.
sub lighten {
    unset beresp.http.Surrogate-Control;
    unset beresp.http.Surrogate-Key;
    unset beresp.http.Surrogate-Position;
    if (bereq.url == "/.zone") {
        unset beresp.http.Cache-Control;
        unset beresp.http.Content-Security-Policy;
        unset beresp.http.Content-Type;
        unset beresp.http.Cross-Origin-Opener-Policy;
        unset beresp.http.ETag;
        unset beresp.http.Permissions-Policy;
        unset beresp.http.Referrer-Policy;
        unset beresp.http.Vary;
        unset beresp.http.X-Content-Type-Options;
    } else {
        unset beresp.http.Noticezone;
    }
}

# For a second nobody waits for another's answer to this.
sub keep_nothing {
    set beresp.uncacheable = true;
    set beresp.ttl = 1s;
    return (deliver);
}

sub vcl_backend_error {
    if (bereq.is_bgfetch || bereq.http.Noticestep ~ "^(zone|page|file)$") {
        return (abandon);
    }
    set beresp.ttl = 0s;
    set beresp.grace = 0s;
    set beresp.uncacheable = true;
    call say_busy;
    return (deliver);
}

sub say_busy {
    set beresp.http.Content-Type = "text/plain; charset=utf-8";
    set beresp.http.Cache-Control = "private, no-store";
    set beresp.http.Retry-After = "5";
    set beresp.body = "This page cannot be fetched just now. Please try again in a moment." + {"
"};
}

# -- What the reader gets --------------------------------------------------------------------------

sub vcl_deliver {
    if (req.url == "/.zone") {
        call zone_learned;
    }
    unset resp.http.Surrogate-Control;
    unset resp.http.Surrogate-Key;
    unset resp.http.Surrogate-Position;
    unset resp.http.xkey;
    unset resp.http.Noticezone;
    unset resp.http.Newsroom-Life;
    unset resp.http.Age;
    unset resp.http.Via;
    unset resp.http.X-Varnish;
    return (deliver);
}

sub zone_learned {
    set req.url = req.http.Noticeurl;
    if (resp.status == 200 && resp.http.Noticezone) {
        set req.http.Noticezone = resp.http.Noticezone;
        if (req.http.Noticestep == "zone") {
            set req.http.Noticestep = "page";
        } else {
            set req.http.Noticestep = "pagestale";
        }
        return (restart);
    }
    # The origin does not know us for its edge: whoever cannot tell zones apart keeps no pages.
    if (resp.status == 404) {
        set req.http.Noticestep = "pass";
        return (restart);
    }
    if (resp.status >= 500 && req.http.Noticestep == "zone") {
        set req.url = "/.zone";
        set req.http.Noticestep = "zonestale";
        return (restart);
    }
    return (synth(resp.status, resp.reason));
}

sub vcl_synth {
    # The origin failed, and the fetch was abandoned: now what is older but still lawful.
    if (resp.status == 503 && req.http.Noticestep ~ "^(zone|page|file)$") {
        set req.http.Noticestep = req.http.Noticestep + "stale";
        return (restart);
    }
    set resp.http.Content-Type = "text/plain; charset=utf-8";
    set resp.http.Cache-Control = "private, no-store";
    unset resp.http.X-Varnish;
    unset resp.http.Via;
    if (resp.status == 503) {
        set resp.http.Retry-After = "5";
    }
    set resp.body = "" + resp.status + " " + resp.reason + {"
"};
    return (deliver);
}

# -- Purges ----------------------------------------------------------------------------------------

sub forget {
    # Straight from web or worker: what came through a front has an address more.
    if (client.ip !~ purgers || req.http.X-Forwarded-For != "" + client.ip) {
        return (synth(403, "Forbidden"));
    }
    if (!req.http.Purgetags) {
        return (synth(400, "Purgetags is missing"));
    }
    if (std.integer(req.http.Purgeposition, 0) > std.integer(var.global_get("position"), 0)) {
        var.global_set("position", req.http.Purgeposition);
    }
    if (req.http.Purgehard == "0") {
        set req.http.Purged = xkey.softpurge(req.http.Purgetags);
    } else {
        set req.http.Purged = xkey.purge(req.http.Purgetags);
    }
    return (synth(200, "Forgot " + req.http.Purged));
}
