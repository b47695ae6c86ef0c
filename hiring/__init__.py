"""Hiring Outcomes: exported HRIS, ATS and CRM files in, evidence about hiring out."""
