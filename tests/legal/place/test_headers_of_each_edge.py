"""Each edge names the place in a header, or two, of its own form."""

import pytest

from articles.legal.atlas import Place

EDGESCAPE = (
    "georegion=263,country_code=UA,region_code=43,city=DONETSK,dma=506,lat=44.95,long=34.10,"
    "timezone=EST,continent=EU,throughput=vhigh,bw=5000,asnum=21399"
)
ONE = [
    ("CF-IPCountry", "RU", "RU"),
    ("CloudFront-Viewer-Country", "DE", "DE"),
    ("X-AppEngine-Country", "KZ", "KZ"),
    ("X-Akamai-Edgescape", EDGESCAPE, "UA-43"),
    ("X-Akamai-Edgescape", "georegion=1,country_code=GB,region_code=EN,city=LONDON", "GB"),
    ("X-Akamai-Edgescape", "country_code=US,region_code=MA", "US-MA"),
    ("X-Client-Geo-Location", "UA,UA43", "UA-43"),
    ("X-Client-Geo-Location", "US,USCA", "US-CA"),
    ("X-Client-Geo-Location", "RU,", "RU"),
    ("X-Client-Geo-Location", "RU,RUROS,Donetsk", "RU-ROS"),
    ("Noticeplace", "UA-43", "UA-43"),
    ("Noticeplace", "ua_43", "UA-43"),
    ("Noticeplace", " ua-43 ", "UA-43"),
    ("Noticeplace", "UA;43", "UA-43"),
    ("Noticeplace", "UA43", "UA-43"),
    ("Noticeplace", "usca", "US-CA"),
    ("Noticeplace", "GB-LND", "GB-LND"),
    ("Noticeplace", "UA-99", "UA"),
    ("Noticeplace", "UK", "GB"),
]


@pytest.mark.parametrize(("header", "value", "place"), ONE)
def test_one_header_in_the_form_of_each_edge(header, value, place, where):
    key = header.upper().replace("-", "_")
    assert where(header=header, **{key: value}) == Place(place)


CLOUDFLARE = "CF-IPCountry,CF-Region"
CLOUDFRONT = "CloudFront-Viewer-Country,CloudFront-Viewer-Country-Region"
TWO = [
    (CLOUDFLARE, "RU", "Crimea", "UA-43"),
    (CLOUDFLARE, "RU", "Republic of Crimea", "UA-43"),
    (CLOUDFLARE, "UA", "Autonomous Republic of Crimea", "UA-43"),
    (CLOUDFLARE, "RU", "Rostov Oblast", "RU-ROS"),
    ("CF-IPCountry,CF-Region-Code", "UA", "43", "UA-43"),
    ("CF-IPCountry,CF-Region-Code", "GB", "ENG", "GB-ENG"),
    (CLOUDFRONT, "UA", "14", "UA-14"),
    ("CloudFront-Viewer-Country,CloudFront-Viewer-Country-Region-Name", "GB", "England", "GB-ENG"),
    ("Fastly-Country,Fastly-Region", "UA", "UA-40", "UA-40"),
    ("X-AppEngine-Country,X-AppEngine-Region", "US", "ca", "US-CA"),
    ("Country,Region", "UA", "", "UA"),
    ("Country,Region", "UA-43", "", "UA-43"),
    ("Country,Region", "UA", "Donetsʹk Oblastʹ".encode().decode("latin-1"), "UA-14"),
    ("Country,Region", "UA", "x" * 5000, "UA"),
    ("Country,Region", "T1", "43", ""),
]


@pytest.mark.parametrize(("header", "country", "subdivision", "place"), TWO)
def test_two_headers_share_the_work(header, country, subdivision, place, where):
    keys = header.upper().replace("-", "_").split(",")
    headers = dict(zip(keys, (country, subdivision), strict=True))
    assert where(header=header, **headers) == Place(place)
