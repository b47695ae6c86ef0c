"""The front door of a company whose exports lie in the folder `NOTHING_EXPORTS`; served by test_nothing_yet."""

import os
from pathlib import Path

import streamlit_app
from hiring import config

if __name__ == "__main__":
    config.EXPORTS = Path(os.environ["NOTHING_EXPORTS"])
    streamlit_app.main()
