"""Hiring Outcomes: exported HRIS, ATS and CRM files in, evidence about hiring out."""

import os

# Read by the linear algebra library when it is first loaded, so before anything of ours loads it. Its threads wait by
# spinning: beside others who want the same processors (visitors, a build) two of them took four times the processor
# time of one, and longer on the clock.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
