# For the tests of the rules alone: varnishtest names the backend, and the PROXY protocol the peers.
acl purgers {
    "10.0.0.10";
}

acl fronts {
    "10.0.0.1";
}

sub site_place {
    if (req.http.CF-IPCountry) {
        set req.http.Said = req.http.CF-IPCountry + "-" + req.http.CF-Region-Code;
    }
}
