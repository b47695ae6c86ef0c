"""The small company as three flat reports and a turned quota sheet, in three languages, with the answers to them."""

from __future__ import annotations

from pathlib import Path

from helpers.small_company import CLOCK
from hiring.config import CompanySettings
from hiring.mapping import drafting, own, wizard
from hiring.mapping.answers_file import answers_of
from hiring.mapping.preview import Preview
from hiring.mapping.writing import mapping_text, preset_from
from hiring.warehouse.previewing import preview
from hiring.warehouse.surveying import survey

APPLICANTS = """
Candidat;E-mail;Poste;Source;Date de candidature;Statut;Entretien;Date d'entretien;Interviewer;Présence;Années
Ada First;ada@mail.example;Inside sales;LinkedIn;03/10/2023;Embauchée;Premier;10/10/2023;Mona Manager;Réalisé;3
Ada First;ada@mail.example;Inside sales;LinkedIn;03/10/2023;Embauchée;Final;17/10/2023;Hana Recruiter;Réalisé;3
Bo Ek;bo@mail.example;Inside sales;Referral;05/10/2023;Refusée;Premier;20/10/2023;Mona Manager;Absent;2
Bo Ek;bo@mail.example;Field sales;Referral;25/10/2023;Refusée;;;;;4
Cy Dee;cy@mail.example;Field sales;Agence;26/10/2023;Refusée;;;;;1
"""
APPLICANT_ANSWERS = """
table = "applications"
[columns]
application_id = "made of other columns"
candidate_id = "made of other columns"
role_profile = "Poste"
source = "Source"
applied_on = "Date de candidature"
status = "Statut"
[words.status]
"Embauchée" = "hired"
"Refusée" = "rejected"
[also.candidates.columns]
full_name = "Candidat"
email = "E-mail"
years_in_sales = "Années"
[also.interviews.columns]
interview_id = "made of other columns"
stage = "Entretien"
interviewer_name = "Interviewer"
scheduled_for = "Date d'entretien"
status = "Présence"
[also.interviews.words.status]
"Réalisé" = "held"
Absent = "no_show"
[also.interviews.words.stage]
Premier = "first"
Final = "final"
"""
DEALS = """
Deal no,Owner,Owner mail,Stage,Amount,Currency,Created,Closed
O1,Ada First,ada@firm.example,Won,1000.00,EUR,2023-12-01,2024-02-01
O2,Ada First,ada@firm.example,Won,500.50,EUR,2024-02-01,2024-06-10
O3,Ben Second,BEN@firm.example,Won,700.00,EUR,2024-04-01,2024-07-01
O4,Ben Second,ben@firm.example,Open,70.00,EUR,2024-04-01,2025-02-01
O5,,,Won,11.00,EUR,2024-04-01,2025-02-01
"""
DEAL_ANSWERS = """
table = "opportunities"
[columns]
opportunity_id = "Deal no"
owner_name = "Owner"
owner_email = "Owner mail"
stage = "Stage"
amount = "Amount"
currency = "Currency"
created_on = "Created"
closed_on = "Closed"
[words.is_won]
Won = "won"
Open = "open"
[also.crm_users]
"""
PEOPLE = """
PersNr;Nachname;Vorname;Dienstmail;Abteilung;Funktion;Rolle;Eintritt;Gültig ab;Austritt
A;First;Ada;ada@firm.example;Vertrieb;Verkäuferin;Inside sales;10.01.2024;10.01.2024;
A;First;Ada;ada@firm.example;Vertrieb;Senior;Field sales;10.01.2024;01.02.2025;
B;Second;Ben;ben@firm.example;Vertrieb;Verkäufer;Inside sales;01.03.2024;01.03.2024;31.12.2024
"""
PEOPLE_ANSWERS = """
table = "employees"
[columns]
employee_id = "PersNr"
full_name = ["Vorname", "Nachname"]
work_email = "Dienstmail"
department = "Abteilung"
job_title = "Funktion"
role_profile = "Rolle"
hire_date = "Eintritt"
termination_date = "Austritt"
[words.department]
Vertrieb = "Sales"
[date_order]
Eintritt = "dmy"
"Gültig ab" = "dmy"
[also.job_changes.columns]
effective_on = "Gültig ab"
"""
QUOTAS = """
Quotenplan;;;;;;;
;;2024;;;;;
Verkäufer;Team;Q1;Q2;Q3;Q4;Gesamt;Notiz
Nord;;;;;;;
First, Ada;Nord;1.000,00;1.000,00;1.200,00;1.200,00;4.400,00;
Second, Ben;Nord;500,00;-;600,00;700,00;1.900,00;Elternzeit
;;;;;;;
Summe;;1.500,00;1.000,00;1.800,00;1.900,00;6.200,00;
"""
QUOTA_ANSWERS = """
table = "quotas"
periods = ""
[columns]
owner_id = "Verkäufer"
[currency]
"Q1 2024 … Q4 2024" = "EUR"
"""
FILES = {
    "candidats.csv": (APPLICANTS, APPLICANT_ANSWERS),
    "deals report.csv": (DEALS, DEAL_ANSWERS),
    "Personalliste.csv": (PEOPLE, PEOPLE_ANSWERS),
    "Quoten.csv": (QUOTAS, QUOTA_ANSWERS),
}


def put(folder: Path, name: str, text: str = "") -> None:
    """Write one of the files into the folder, or another text under its name."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text((text or FILES[name][0]).strip("\n") + "\n", encoding="utf-8")


def mapped(folder: Path, name: str, answers: str = "") -> str:
    """The text of the mapping that the answers give, once it is saved beside the file."""
    presets, facts = own.every(folder), survey(folder, name)
    said = wizard.with_likely_meanings(presets, facts, answers_of(answers or FILES[name][1], facts))
    text = mapping_text(drafting.draft(facts, said, own.name_for(name)))
    own.save(folder, name, text, replaces=True)
    return text


def seen(
    folder: Path,
    name: str,
    answers: str = "",
    settings: CompanySettings = CompanySettings(),  # noqa: B008
) -> Preview:
    """How a file would load by the answers."""
    presets, facts = own.every(folder), survey(folder, name)
    said = wizard.with_likely_meanings(presets, facts, answers_of(answers or FILES[name][1], facts))
    return preview(folder, name, (*presets, preset_from(drafting.draft(facts, said))), settings, CLOCK)
