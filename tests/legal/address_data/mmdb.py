"""Files of addresses, and who lives at some of them."""

from mmdb_writer import MMDBWriter
from netaddr import IPSet

CRIMEAN, LONDONER, KAZAKH, NOBODY = "5.133.1.1", "81.2.69.142", "2.132.0.1", "9.9.9.9"
V6 = "2a00:1111::1"


def mmdb(path, rows, kind="GeoLite2-City", version=6):
    writer = MMDBWriter(version, kind, languages=["en"], ipv4_compatible=version == 6)
    for networks, record in rows:
        writer.insert_network(IPSet([networks]), record)
    writer.to_db_file(str(path))
    return str(path)
