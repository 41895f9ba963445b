"""Python's search for rubbish stops all threads: it leaves alone what has been loaded to stay."""

import os
import subprocess
import sys
from pathlib import Path

ASK = "import newsroom.wsgi, gc; print(gc.get_freeze_count(), len(gc.get_objects()))"


def test_what_the_site_is_made_of_is_not_looked_through_again():
    asked = subprocess.run(
        [sys.executable, "-c", ASK],
        cwd=Path(__file__).resolve().parents[2],
        env=os.environ | {"ENV_FILE": "", "SECRET_KEY": "key"},
        capture_output=True,
        text=True,
        check=True,
    )
    kept_out, looked_at = map(int, asked.stdout.split())
    assert kept_out > 10 * looked_at
