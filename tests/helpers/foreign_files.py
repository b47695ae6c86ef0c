"""Invented files of nine languages, as systems of many kinds label what they export; and what each column means.

The labels are from no preset of ours. `FILES` were there while suggestions were made; `KEPT_BACK` were written
afterwards, and nothing was changed for them.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from hiring.mapping.facts import MOST_WORDS, Facts
from hiring.mapping.labels import keys_of


@dataclass(frozen=True)
class Foreign:
    """A file as text, the table it holds, and our column → its labels; `words`: (our column, word) → our word."""

    file: str
    table: str
    text: str
    columns: Mapping[str, str]
    words: Mapping[tuple[str, str], str] = field(default_factory=dict)

    @property
    def facts(self) -> Facts:
        """The file as the dashboard looks at it before anybody said what it means."""
        labels, *rows = csv.reader(self.text.strip().splitlines(), delimiter=";")
        by_key = dict(zip(keys_of(labels), zip(*rows, strict=True), strict=True))
        cells = {key: tuple(cell for cell in column if cell) for key, column in by_key.items()}
        counts = {key: Counter(column).most_common() for key, column in cells.items()}
        words = {key: tuple(found) for key, found in counts.items() if len(found) <= MOST_WORDS}
        return Facts(self.file, tuple(labels), cells, words, len(rows))

    def labels_of(self, column: str) -> tuple[str, ...]:
        """The labels of the file that one of our columns is made of."""
        return tuple(self.columns[column].split(" + ")) if column in self.columns else ()


FILES = (
    Foreign(
        "Mitarbeiterliste_Stand_2026-06.csv",
        "employees",
        """
Pers.-Nr.;Name;Vorname;Geb.-Datum;Org.-Einheit;Funktion;Führungskraft;Niederlassung;Eintritt;Austritt;Kostenstelle;E-Mail dienstlich
1001;Berger;Anna;12.03.1988;Vertrieb Nord;Außendienst;1044;Hamburg;01.04.2022;;4711;anna.berger@firma.example
1002;Oster;Kai;30.11.1990;Vertrieb Süd;Innendienst;1044;München;15.09.2023;31.01.2025;4711;kai.oster@firma.example
1044;Wendt;Ruth;02.07.1979;Personal;Leiterin;;Hamburg;01.01.2015;;4900;ruth.wendt@firma.example
1050;Lutz;Jan;19.05.1985;Buchhaltung;Referent;;Hamburg;01.06.2019;;4950;jan.lutz@firma.example
""",
        {
            "employee_id": "Pers.-Nr.",
            "full_name": "Vorname + Name",
            "department": "Org.-Einheit",
            "job_title": "Funktion",
            "manager_id": "Führungskraft",
            "region": "Niederlassung",
            "hire_date": "Eintritt",
            "termination_date": "Austritt",
            "work_email": "E-Mail dienstlich",
        },
        {
            ("department", "Vertrieb Nord"): "Sales",
            ("department", "Vertrieb Süd"): "Sales",
            ("department", "Personal"): "HR",
            ("department", "Buchhaltung"): "Other",
        },
    ),
    Foreign(
        "registre_du_personnel.csv",
        "employees",
        """
Matricule;Nom;Prénom;Date de naissance;Service;Intitulé du poste;Responsable hiérarchique;Lieu de travail;Date d'embauche;Date de sortie;Motif de départ;Courriel professionnel
A12;Morel;Claire;02/04/1991;Commercial;Ingénieure commerciale;A40;Lyon;03/01/2022;;;c.morel@maison.example
A13;Petit;Hugo;23/09/1987;Commercial;Technico-commercial;A40;Nantes;14/03/2021;30/06/2024;Démission;h.petit@maison.example
A40;Roux;Inès;17/12/1975;Ressources humaines;DRH;;Lyon;01/09/2012;;;i.roux@maison.example
A41;Blanc;Léa;11/02/1983;Comptabilité;Comptable;A40;Lyon;01/10/2018;15/05/2025;Licenciement;l.blanc@maison.example
""",
        {
            "employee_id": "Matricule",
            "full_name": "Prénom + Nom",
            "department": "Service",
            "job_title": "Intitulé du poste",
            "manager_id": "Responsable hiérarchique",
            "region": "Lieu de travail",
            "hire_date": "Date d'embauche",
            "termination_date": "Date de sortie",
            "termination_type": "Motif de départ",
            "work_email": "Courriel professionnel",
        },
        {
            ("department", "Commercial"): "Sales",
            ("department", "Ressources humaines"): "HR",
            ("department", "Comptabilité"): "Other",
            ("termination_type", "Démission"): "voluntary",
            ("termination_type", "Licenciement"): "involuntary",
        },
    ),
    Foreign(
        "plantilla empleados.csv",
        "employees",
        """
Nº empleado;Nombre y apellidos;DNI;Departamento;Puesto;Responsable;Delegación;Fecha de alta;Fecha de baja;Salario bruto anual
77;Marta Ruiz Gil;11111111H;Ventas;Ejecutiva de cuentas;90;Madrid;01/02/2023;;31000
78;Iker Soto;22222222J;Ventas;Ejecutivo de cuentas;90;Bilbao;16/05/2022;28/02/2025;30500
90;Nuria Vega;33333333P;Recursos Humanos;Directora;;Madrid;10/10/2016;;52000
91;Joan Pla;44444444A;Administración;Contable;90;Madrid;21/11/2019;;28000
""",
        {
            "employee_id": "Nº empleado",
            "full_name": "Nombre y apellidos",
            "department": "Departamento",
            "job_title": "Puesto",
            "manager_id": "Responsable",
            "region": "Delegación",
            "hire_date": "Fecha de alta",
            "termination_date": "Fecha de baja",
        },
        {
            ("department", "Ventas"): "Sales",
            ("department", "Recursos Humanos"): "HR",
            ("department", "Administración"): "Other",
        },
    ),
    Foreign(
        "personeelsbestand.csv",
        "employees",
        """
Personeelsnummer;Voornaam;Tussenvoegsel;Achternaam;Afdeling;Functietitel;Leidinggevende;Vestiging;Datum in dienst;Datum uit dienst;Reden uit dienst;FTE
5;Sanne;de;Wit;Verkoop;Accountmanager;9;Utrecht;01-03-2022;;;1,0
6;Bram;;Visser;Verkoop;Accountmanager;9;Breda;15-08-2021;31-12-2024;Ontslag door werknemer;0,8
9;Els;van;Dam;Personeelszaken;Hoofd P&O;;Utrecht;01-01-2014;;;1,0
10;Tim;;Bos;Inkoop;Inkoper;9;Utrecht;01-06-2020;;;1,0
""",
        {
            "employee_id": "Personeelsnummer",
            "full_name": "Voornaam + Achternaam",
            "department": "Afdeling",
            "job_title": "Functietitel",
            "manager_id": "Leidinggevende",
            "region": "Vestiging",
            "hire_date": "Datum in dienst",
            "termination_date": "Datum uit dienst",
            "termination_type": "Reden uit dienst",
        },
        {
            ("department", "Verkoop"): "Sales",
            ("department", "Personeelszaken"): "HR",
            ("department", "Inkoop"): "Other",
            ("termination_type", "Ontslag door werknemer"): "voluntary",
        },
    ),
    Foreign(
        "Opportunità_2025.csv",
        "opportunities",
        """
Codice opportunità;Nome opportunità;Cliente;Commerciale;Fase;Valore;Valuta;Probabilità;Data creazione;Data chiusura prevista;Data chiusura
OP-1;Rinnovo 2025;Alfa Srl;Giulia Conti;Vinta;12.500,00;EUR;100%;10/01/2025;28/02/2025;25/02/2025
OP-2;Nuovo impianto;Beta Spa;Marco Neri;Persa;8.000,00;EUR;0%;15/01/2025;31/03/2025;02/04/2025
OP-3;Ampliamento;Gamma Srl;Giulia Conti;Trattativa;21.000,00;EUR;60%;03/03/2025;30/06/2025;
""",
        {
            "opportunity_id": "Codice opportunità",
            "owner_name": "Commerciale",
            "stage": "Fase",
            "amount": "Valore",
            "currency": "Valuta",
            "created_on": "Data creazione",
            "closed_on": "Data chiusura",
            "account": "Cliente",
        },
        {("is_won", "Vinta"): "won", ("is_won", "Persa"): "lost", ("is_won", "Trattativa"): "open"},
    ),
    Foreign(
        "negocios_exportados.csv",
        "opportunities",
        """
ID do negócio;Título;Empresa;Responsável;Etapa;Valor (R$);Criado em;Fechado em;Motivo da perda;Telefone
901;Projeto A;Aço Sul;Rafael Lima;Ganho;15.000,00;02/01/2025;20/02/2025;;1199990000
902;Projeto B;Casa Verde;Bia Souza;Perdido;4.300,00;05/01/2025;11/03/2025;Preço;1199990001
903;Projeto C;Mar Azul;Bia Souza;Em negociação;9.900,00;12/02/2025;;;1199990002
""",
        {
            "opportunity_id": "ID do negócio",
            "owner_name": "Responsável",
            "stage": "Etapa",
            "amount": "Valor (R$)",
            "created_on": "Criado em",
            "closed_on": "Fechado em",
            "account": "Empresa",
        },
        {("is_won", "Ganho"): "won", ("is_won", "Perdido"): "lost", ("is_won", "Em negociação"): "open"},
    ),
    Foreign(
        "affärer.csv",
        "opportunities",
        """
Affärs-ID;Affärsnamn;Kund;Säljare;Säljarens e-post;Status;Belopp;Valuta;Skapad;Stängd;Region
S-1;Avtal Nord;Björk AB;Elin Holm;elin.holm@bolag.example;Vunnen;250 000;SEK;2025-01-09;2025-02-11;Norr
S-2;Avtal Syd;Sten AB;Nils Berg;nils.berg@bolag.example;Förlorad;90 000;SEK;2025-01-20;2025-03-01;Syd
S-3;Avtal Väst;Ek AB;Elin Holm;elin.holm@bolag.example;Öppen;120 000;SEK;2025-02-14;;Väst
""",
        {
            "opportunity_id": "Affärs-ID",
            "owner_name": "Säljare",
            "owner_email": "Säljarens e-post",
            "stage": "Status",
            "amount": "Belopp",
            "currency": "Valuta",
            "created_on": "Skapad",
            "closed_on": "Stängd",
            "account": "Kund",
            "territory": "Region",
        },
        {("is_won", "Vunnen"): "won", ("is_won", "Förlorad"): "lost", ("is_won", "Öppen"): "open"},
    ),
    Foreign(
        "szanse_sprzedaży.csv",
        "opportunities",
        """
Numer szansy;Nazwa;Klient;Opiekun;Etap;Kwota;Waluta;Data utworzenia;Data zamknięcia;Prawdopodobieństwo
Z/1;Wdrożenie;Dąb sp. z o.o.;Ewa Lis;Wygrana;40 000,00;PLN;03.01.2025;14.02.2025;100
Z/2;Serwis;Klon S.A.;Jan Kos;Przegrana;12 500,00;PLN;08.01.2025;21.03.2025;0
Z/3;Licencje;Brzoza S.A.;Ewa Lis;Negocjacje;18 000,00;PLN;11.02.2025;30.06.2025;50
""",
        {
            "opportunity_id": "Numer szansy",
            "owner_name": "Opiekun",
            "stage": "Etap",
            "amount": "Kwota",
            "currency": "Waluta",
            "created_on": "Data utworzenia",
            "closed_on": "Data zamknięcia",
            "account": "Klient",
        },
        {("is_won", "Wygrana"): "won", ("is_won", "Przegrana"): "lost", ("is_won", "Negocjacje"): "open"},
    ),
    Foreign(
        "Bewerbungen gesamt.csv",
        "applications",
        """
Bewerbungs-ID;Bewerber-ID;Bewerber;Stellen-ID;Stelle;Quelle;Eingangsdatum;Status;Absagegrund;Datum Absage;Angebot am;Zusage am;Telefon
B1;K1;Ada Kern;S7;Vertriebsmitarbeiter;Empfehlung;03.02.2025;Eingestellt;;;01.03.2025;05.03.2025;0170 1
B2;K2;Ole Sand;S7;Vertriebsmitarbeiter;LinkedIn;04.02.2025;Abgelehnt;Gehalt;20.02.2025;;;0170 2
B3;K3;Mia Horn;S8;Key Account;Stepstone;10.02.2025;Zurückgezogen;;25.02.2025;;;0170 3
B4;K4;Udo Pohl;S8;Key Account;LinkedIn;12.02.2025;In Bearbeitung;;;;;0170 4
""",
        {
            "application_id": "Bewerbungs-ID",
            "candidate_id": "Bewerber-ID",
            "requisition_id": "Stellen-ID",
            "role_profile": "Stelle",
            "source": "Quelle",
            "applied_on": "Eingangsdatum",
            "status": "Status",
            "reason": "Absagegrund",
            "ended_on": "Datum Absage",
            "offered_on": "Angebot am",
            "accepted_on": "Zusage am",
        },
        {
            ("status", "Eingestellt"): "hired",
            ("status", "Abgelehnt"): "rejected",
            ("status", "Zurückgezogen"): "withdrawn",
            ("status", "In Bearbeitung"): "active",
        },
    ),
    Foreign(
        "candidatures-export.csv",
        "applications",
        """
N° candidature;N° candidat;Candidat;Poste visé;Origine;Date de candidature;Statut;Motif de refus;Date de refus;Recommandé par
1;501;Zoé Faure;Commercial terrain;Cooptation;12/01/2025;Embauché;;;A40
2;502;Luc Marin;Commercial terrain;Indeed;15/01/2025;Refusé;Expérience;28/01/2025;
3;503;Eva Gros;Chef des ventes;Site carrière;20/02/2025;En cours;;;
4;504;Max Vidal;Chef des ventes;Indeed;22/02/2025;Désistement;;01/03/2025;
""",
        {
            "application_id": "N° candidature",
            "candidate_id": "N° candidat",
            "role_profile": "Poste visé",
            "source": "Origine",
            "applied_on": "Date de candidature",
            "status": "Statut",
            "reason": "Motif de refus",
            "ended_on": "Date de refus",
            "referred_by": "Recommandé par",
        },
        {
            ("status", "Embauché"): "hired",
            ("status", "Refusé"): "rejected",
            ("status", "En cours"): "active",
            ("status", "Désistement"): "withdrawn",
        },
    ),
    Foreign(
        "entrevistas_2025.csv",
        "interviews",
        """
ID entrevista;ID candidatura;Candidato;Fase;Entrevistador;Correo del entrevistador;Fecha de la entrevista;Estado;Recomendación;Comentarios
E1;C10;Lola Pardo;Entrevista telefónica;Iker Soto;iker@casa.example;2025-02-03 10:00;Realizada;3;Bien preparada
E2;C10;Lola Pardo;Entrevista final;Nuria Vega;nuria@casa.example;2025-02-12 12:30;Realizada;4;Muy clara
E3;C11;Saúl Mora;Entrevista telefónica;Iker Soto;iker@casa.example;2025-02-14 09:00;Cancelada;;
E4;C12;Ana Rico;Panel;Nuria Vega;nuria@casa.example;2025-02-18 09:00;No se presentó;;
""",
        {
            "interview_id": "ID entrevista",
            "application_id": "ID candidatura",
            "stage": "Fase",
            "interviewer_name": "Entrevistador",
            "interviewer_email": "Correo del entrevistador",
            "scheduled_for": "Fecha de la entrevista",
            "status": "Estado",
            "recommendation": "Recomendación",
            "comment": "Comentarios",
        },
        {
            ("stage", "Entrevista telefónica"): "screen",
            ("stage", "Entrevista final"): "final",
            ("stage", "Panel"): "panel",
            ("status", "Realizada"): "held",
            ("status", "Cancelada"): "cancelled",
            ("status", "No se presentó"): "no_show",
        },
    ),
    Foreign(
        "Vacatures.csv",
        "requisitions",
        """
Vacaturenummer;Functie;Opengesteld op;Gesloten op;Aantal plaatsen;Regio;Recruiter-ID;Hiring manager-ID;Salarisschaal
V1;Accountmanager;2025-01-06;2025-03-01;2;Zuid;9;12;9
V2;Accountmanager;2025-02-10;;1;Noord;9;14;9
""",
        {
            "requisition_id": "Vacaturenummer",
            "role_profile": "Functie",
            "opened_on": "Opengesteld op",
            "closed_on": "Gesloten op",
            "openings": "Aantal plaatsen",
            "region": "Regio",
            "recruiter_id": "Recruiter-ID",
            "hiring_manager_id": "Hiring manager-ID",
        },
    ),
    Foreign(
        "Zielvorgaben Vertrieb 2025.csv",
        "quotas",
        """
Mitarbeiter;Mitarbeiter-ID;Zeitraum von;Zeitraum bis;Zielumsatz;Währung
Anna Berger;U1;01.01.2025;31.03.2025;120.000;EUR
Kai Oster;U2;01.01.2025;31.03.2025;90.000;EUR
""",
        {
            "owner_id": "Mitarbeiter-ID",
            "period_start_on": "Zeitraum von",
            "period_end_on": "Zeitraum bis",
            "amount": "Zielumsatz",
            "currency": "Währung",
        },
    ),
    Foreign(
        "crm users export.csv",
        "crm_users",
        """
User ID;Display Name;E-mail Address;Employee No.;Last login;Active
U1;Anna Berger;anna.berger@firma.example;1001;2025-06-01 08:00;true
U2;Kai Oster;kai.oster@firma.example;1002;2025-01-30 17:12;false
""",
        {
            "owner_id": "User ID",
            "full_name": "Display Name",
            "email": "E-mail Address",
            "employee_id": "Employee No.",
        },
    ),
    Foreign(
        "historia_stanowisk.csv",
        "job_changes",
        """
Numer pracownika;Data obowiązywania;Nowe stanowisko;Przełożony;Region;Zarządza ludźmi
5;2024-03-01;Starszy handlowiec;9;Północ;nie
6;2024-09-01;Kierownik sprzedaży;9;Południe;tak
""",
        {
            "employee_id": "Numer pracownika",
            "effective_on": "Data obowiązywania",
            "job_title": "Nowe stanowisko",
            "manager_id": "Przełożony",
            "region": "Region",
            "leads_people": "Zarządza ludźmi",
        },
    ),
    Foreign(
        "Pipeline report Q2.csv",
        "opportunities",
        """
Opportunity No;Opp. Name;Customer;Rep;Rep Email;Pipeline Stage;Won?;Deal Size (USD);Weighted;Date Opened;Date Closed;Last Activity;Deal Category;Territory Name
1;Alpha;Acme;Ann Lee;ann@corp.example;Contract Signed;Yes;12000;12000;2025-01-05;2025-02-01;2025-02-01;New business;East
2;Beta;Bolt;Bob Ray;bob@corp.example;Dead;No;5000;0;2025-01-09;2025-03-04;2025-03-01;Upsell;West
3;Gamma;Cog;Ann Lee;ann@corp.example;Proposal;No;8000;4000;2025-02-11;;2025-06-02;Renewal;East
""",
        {
            "opportunity_id": "Opportunity No",
            "owner_name": "Rep",
            "owner_email": "Rep Email",
            "stage": "Pipeline Stage",
            "is_won": "Won?",
            "amount": "Deal Size (USD)",
            "created_on": "Date Opened",
            "closed_on": "Date Closed",
            "account": "Customer",
            "territory": "Territory Name",
            "kind": "Deal Category",
        },
        {
            ("kind", "New business"): "new",
            ("kind", "Upsell"): "expansion",
            ("kind", "Renewal"): "renewal",
        },
    ),
    Foreign(
        "headcount.csv",
        "employees",
        """
Worker Number;Preferred First Name;Family Name;Team;Role;Line Manager;Country;Start;Last Day;Leaver Type;Business Email;Birthday;Salary
9;Ann;Lee;Sales EMEA;AE;12;UK;2022-01-10;2024-12-31;Resigned;ann@corp.example;1990-04-01;70000
10;Bob;Ray;Talent Acquisition;Recruiter;13;UK;2021-06-07;;;bob@corp.example;1985-05-06;60000
11;Cat;Fox;Engineering;Developer;13;DE;2020-03-02;2025-02-28;Redundancy;cat@corp.example;1992-08-09;80000
""",
        {
            "employee_id": "Worker Number",
            "full_name": "Preferred First Name + Family Name",
            "department": "Team",
            "job_title": "Role",
            "manager_id": "Line Manager",
            "region": "Country",
            "hire_date": "Start",
            "termination_date": "Last Day",
            "termination_type": "Leaver Type",
            "work_email": "Business Email",
        },
        {
            ("department", "Sales EMEA"): "Sales",
            ("department", "Talent Acquisition"): "HR",
            ("department", "Engineering"): "Other",
            ("termination_type", "Resigned"): "voluntary",
            ("termination_type", "Redundancy"): "involuntary",
        },
    ),
    Foreign(
        "scorecards_bedömningar.csv",
        "ratings",
        """
Intervju-ID;Kompetens;Betyg;Maxbetyg;Anteckning
I1;Lyhördhet;4;5;bra
I1;Uthållighet;3;5;
I2;Lyhördhet;5;5;
""",
        {"interview_id": "Intervju-ID", "competency": "Kompetens", "score": "Betyg", "scale_max": "Maxbetyg"},
    ),
)

KEPT_BACK = (
    Foreign(
        "Personalstamm_Export.csv",
        "employees",
        """
Personalnummer;Nachname;Vorname;Geschlecht;Geburtsdatum;Abteilungsbezeichnung;Stellenbezeichnung;Vorgesetzter;Standort;Eintrittsdatum;Vertragsende;Austrittsdatum;Status;E-Mail
00017;Kranz;Elif;w;1990-02-11;Vertrieb;Account Manager;00031;Köln;2021-02-01;2023-01-31;;aktiv;e.kranz@haus.example
00018;Moll;Tom;m;1988-07-30;IT;Admin;00031;Köln;2019-05-01;;2024-04-30;inaktiv;t.moll@haus.example
00031;Zorn;Ute;w;1970-01-02;Personalabteilung;Leitung;;Bonn;2010-01-01;;;aktiv;u.zorn@haus.example
""",
        {
            "employee_id": "Personalnummer",
            "full_name": "Vorname + Nachname",
            "department": "Abteilungsbezeichnung",
            "job_title": "Stellenbezeichnung",
            "manager_id": "Vorgesetzter",
            "region": "Standort",
            "hire_date": "Eintrittsdatum",
            "termination_date": "Austrittsdatum",
            "work_email": "E-Mail",
        },
        {
            ("department", "Vertrieb"): "Sales",
            ("department", "IT"): "Other",
            ("department", "Personalabteilung"): "HR",
        },
    ),
    Foreign(
        "export_collaborateurs_2026.csv",
        "employees",
        """
Identifiant;Nom d'usage;Prénom;Département;Fonction;Manager;Établissement;Type de contrat;Date de début de contrat;Date d'entrée;Date de départ;Raison du départ
31;Leroy;Anaïs;Ventes;Business developer;Paul Caron;Paris;CDI;2023-02-01;2023-02-01;;
32;Girard;Noé;Marketing;Chargé de contenu;Paul Caron;Paris;CDD;2024-09-01;2022-09-01;2025-03-31;Fin de CDD
33;Caron;Paul;Direction commerciale;Directeur;;Lille;CDI;2015-04-01;2015-04-01;;
""",
        {
            "employee_id": "Identifiant",
            "full_name": "Prénom + Nom d'usage",
            "department": "Département",
            "job_title": "Fonction",
            "manager_id": "Manager",
            "region": "Établissement",
            "hire_date": "Date d'entrée",
            "termination_date": "Date de départ",
            "termination_type": "Raison du départ",
        },
        {
            ("department", "Ventes"): "Sales",
            ("department", "Marketing"): "Other",
            ("department", "Direction commerciale"): "Sales",
            ("termination_type", "Fin de CDD"): "other",
        },
    ),
    Foreign(
        "Listado_trabajadores.csv",
        "employees",
        """
Código trabajador;Apellidos y nombre;Centro de trabajo;Departamento;Categoría;Jefe directo;Fecha antigüedad;Fecha alta;Fecha baja;Causa baja;Email
T1;Sanz Pérez, Eva;Sevilla;Comercial;Vendedora;T9;01/03/2020;01/03/2020;;;eva@obra.example
T2;Gil Mora, Raúl;Sevilla;Logística;Mozo;T9;11/06/2018;11/06/2018;30/09/2024;Despido;raul@obra.example
T9;Cano Rey, Pilar;Cádiz;Dirección;Gerente;;01/01/2011;01/01/2011;;;pilar@obra.example
""",
        {
            "employee_id": "Código trabajador",
            "full_name": "Apellidos y nombre",
            "department": "Departamento",
            "manager_id": "Jefe directo",
            "region": "Centro de trabajo",
            "hire_date": "Fecha alta",
            "termination_date": "Fecha baja",
            "termination_type": "Causa baja",
            "work_email": "Email",
        },
        {
            ("department", "Comercial"): "Sales",
            ("department", "Logística"): "Other",
            ("department", "Dirección"): "Other",
            ("termination_type", "Despido"): "involuntary",
        },
    ),
    Foreign(
        "kandidater-per-jobb.csv",
        "applications",
        """
Ansöknings-ID;Kandidat-ID;Kandidat;E-post;Jobb;Jobb-ID;Källa;Ansökt;Status;Steg;Avslagsorsak;Avslag skickat;Telefon
1;11;Maja Lind;maja@post.example;Säljare;J1;LinkedIn;2025-01-11;Anställd;Erbjudande;;;070
2;12;Otto Falk;otto@post.example;Säljare;J1;Karriärsida;2025-01-12;Avslag;Intervju;Erfarenhet;2025-01-29;070
3;13;Siri Nord;siri@post.example;Säljchef;J2;LinkedIn;2025-02-02;Pågående;Urval;;;070
""",
        {
            "application_id": "Ansöknings-ID",
            "candidate_id": "Kandidat-ID",
            "requisition_id": "Jobb-ID",
            "role_profile": "Jobb",
            "source": "Källa",
            "applied_on": "Ansökt",
            "status": "Status",
            "reason": "Avslagsorsak",
            "ended_on": "Avslag skickat",
        },
        {("status", "Anställd"): "hired", ("status", "Avslag"): "rejected", ("status", "Pågående"): "active"},
    ),
    Foreign(
        "sollicitaties 2025.csv",
        "applications",
        """
Sollicitatienummer;Kandidaatnummer;Naam kandidaat;Vacature;Vacaturenummer;Bron;Datum sollicitatie;Status;Reden afwijzing;Datum afwijzing;Datum aanbod;Aangedragen door
S1;K1;Lot Smit;Verkoper;V1;Referral;03-02-2025;Aangenomen;;;01-03-2025;5
S2;K2;Pim Kok;Verkoper;V1;Indeed;04-02-2025;Afgewezen;Ervaring;20-02-2025;;
S3;K3;Fem Mol;Verkoper;V2;Indeed;10-02-2025;Teruggetrokken;;22-02-2025;;
""",
        {
            "application_id": "Sollicitatienummer",
            "candidate_id": "Kandidaatnummer",
            "requisition_id": "Vacaturenummer",
            "role_profile": "Vacature",
            "source": "Bron",
            "applied_on": "Datum sollicitatie",
            "status": "Status",
            "reason": "Reden afwijzing",
            "ended_on": "Datum afwijzing",
            "offered_on": "Datum aanbod",
            "referred_by": "Aangedragen door",
        },
        {
            ("status", "Aangenomen"): "hired",
            ("status", "Afgewezen"): "rejected",
            ("status", "Teruggetrokken"): "withdrawn",
        },
    ),
    Foreign(
        "colloqui.csv",
        "interviews",
        """
ID colloquio;ID candidatura;Candidato;Tipo colloquio;Selezionatore;Data colloquio;Stato;Valutazione;Note;Durata
C1;A1;Ivo Riva;Colloquio telefonico;Gino Bassi;10/02/2025 09:30;Svolto;4;Bene;30
C2;A1;Ivo Riva;Colloquio finale;Ada Monti;18/02/2025 11:00;Svolto;3;;60
C3;A2;Lia Serra;Colloquio telefonico;Gino Bassi;19/02/2025 10:00;Annullato;;;
""",
        {
            "interview_id": "ID colloquio",
            "application_id": "ID candidatura",
            "stage": "Tipo colloquio",
            "interviewer_name": "Selezionatore",
            "scheduled_for": "Data colloquio",
            "status": "Stato",
            "recommendation": "Valutazione",
            "comment": "Note",
        },
        {
            ("stage", "Colloquio telefonico"): "screen",
            ("stage", "Colloquio finale"): "final",
            ("status", "Svolto"): "held",
            ("status", "Annullato"): "cancelled",
        },
    ),
    Foreign(
        "Verkaufschancen_Export_KW23.csv",
        "opportunities",
        """
Chancen-Nr.;Bezeichnung;Kunde;Ansprechpartner;Verantwortlich;Vertriebsphase;Auftragswert (EUR);Erwarteter Abschluss;Angelegt am;Abgeschlossen am;Geschäftsart;Vertriebsgebiet;Letzte Aktivität
VC-1;Halle 3;Nord GmbH;Frau Ott;Anna Berger;Gewonnen;48.000,00;31.03.2025;07.01.2025;28.03.2025;Neugeschäft;Nord;28.03.2025
VC-2;Wartung;Süd AG;Herr Alt;Kai Oster;Verloren;6.500,00;30.04.2025;14.01.2025;02.05.2025;Verlängerung;Süd;02.05.2025
VC-3;Ausbau;West KG;Frau Lau;Anna Berger;Angebot;19.900,00;31.07.2025;03.03.2025;;Erweiterung;West;11.06.2025
""",
        {
            "opportunity_id": "Chancen-Nr.",
            "owner_name": "Verantwortlich",
            "stage": "Vertriebsphase",
            "amount": "Auftragswert (EUR)",
            "created_on": "Angelegt am",
            "closed_on": "Abgeschlossen am",
            "kind": "Geschäftsart",
            "account": "Kunde",
            "territory": "Vertriebsgebiet",
        },
        {
            ("is_won", "Gewonnen"): "won",
            ("is_won", "Verloren"): "lost",
            ("is_won", "Angebot"): "open",
            ("kind", "Neugeschäft"): "new",
            ("kind", "Verlängerung"): "renewal",
            ("kind", "Erweiterung"): "expansion",
        },
    ),
    Foreign(
        "oportunidades CRM.csv",
        "opportunities",
        """
Nº oportunidad;Asunto;Cuenta;Contacto;Propietario;Correo del propietario;Etapa;Importe;Moneda;Probabilidad;Fecha de creación;Fecha estimada de cierre;Fecha real de cierre;Tipo
O1;Obra A;Río SA;Luz;Marta Ruiz;marta@casa.example;Cerrada ganada;9.000,00;EUR;100;02/01/2025;28/02/2025;25/02/2025;Nuevo negocio
O2;Obra B;Mar SL;Paz;Iker Soto;iker@casa.example;Cerrada perdida;4.000,00;EUR;0;09/01/2025;15/03/2025;20/03/2025;Renovación
O3;Obra C;Sol SL;Sol;Iker Soto;iker@casa.example;Propuesta;7.500,00;EUR;40;03/02/2025;30/06/2025;;Ampliación
""",
        {
            "opportunity_id": "Nº oportunidad",
            "owner_name": "Propietario",
            "owner_email": "Correo del propietario",
            "stage": "Etapa",
            "amount": "Importe",
            "currency": "Moneda",
            "created_on": "Fecha de creación",
            "closed_on": "Fecha real de cierre",
            "kind": "Tipo",
            "account": "Cuenta",
        },
        {
            ("is_won", "Cerrada ganada"): "won",
            ("is_won", "Cerrada perdida"): "lost",
            ("is_won", "Propuesta"): "open",
            ("kind", "Nuevo negocio"): "new",
            ("kind", "Renovación"): "renewal",
            ("kind", "Ampliación"): "expansion",
        },
    ),
    Foreign(
        "Objectifs commerciaux 2025.csv",
        "quotas",
        """
Commercial;Début de période;Fin de période;Objectif CA;Réalisé;Devise
Claire Morel;01/01/2025;31/03/2025;80 000,00;71 500,00;EUR
Hugo Petit;01/01/2025;31/03/2025;60 000,00;66 200,00;EUR
""",
        {
            "owner_id": "Commercial",
            "period_start_on": "Début de période",
            "period_end_on": "Fin de période",
            "amount": "Objectif CA",
            "currency": "Devise",
        },
    ),
    Foreign(
        "transakcje_crm.csv",
        "opportunities",
        """
ID transakcji;Tytuł;Firma;Właściciel;Status;Wartość netto;Waluta;Utworzono;Data zamknięcia;Ostatnia zmiana
1;Panele;Dom sp. z o.o.;Jan Kos;Wygrane;25000;PLN;2025-01-03;2025-02-10;2025-02-10
2;Pompy;Las S.A.;Ewa Lis;Przegrane;12000;PLN;2025-01-08;2025-03-01;2025-03-01
3;Okna;Staw S.A.;Ewa Lis;W toku;8000;PLN;2025-02-14;;2025-05-30
""",
        {
            "opportunity_id": "ID transakcji",
            "owner_name": "Właściciel",
            "stage": "Status",
            "amount": "Wartość netto",
            "currency": "Waluta",
            "created_on": "Utworzono",
            "closed_on": "Data zamknięcia",
            "account": "Firma",
        },
        {("is_won", "Wygrane"): "won", ("is_won", "Przegrane"): "lost", ("is_won", "W toku"): "open"},
    ),
    Foreign(
        "relatorio_funcionarios.csv",
        "employees",
        """
Matrícula;Nome;CPF;Setor;Cargo;Gestor imediato;Unidade;Data de admissão;Data de demissão;Tipo de desligamento;Salário
201;Ana Prado;000;Comercial;Vendedora;Rui Melo;Recife;05/02/2022;;;3000
202;Caio Reis;111;RH;Analista;Rui Melo;Recife;10/08/2020;15/01/2025;Pedido de demissão;3200
203;Rui Melo;222;Diretoria;Diretor;;Natal;01/01/2012;;;9000
""",
        {
            "employee_id": "Matrícula",
            "full_name": "Nome",
            "department": "Setor",
            "job_title": "Cargo",
            "manager_id": "Gestor imediato",
            "region": "Unidade",
            "hire_date": "Data de admissão",
            "termination_date": "Data de demissão",
            "termination_type": "Tipo de desligamento",
        },
        {
            ("department", "Comercial"): "Sales",
            ("department", "RH"): "HR",
            ("department", "Diretoria"): "Other",
            ("termination_type", "Pedido de demissão"): "voluntary",
        },
    ),
    Foreign(
        "training attendance.csv",
        "",
        """
Employee ID;Full Name;Course;Completed on;Score;Trainer
1;Ann Lee;Negotiation;2025-01-05;88;Bob Ray
2;Cat Fox;Safety;2025-02-05;91;Bob Ray
""",
        {},
    ),
    Foreign(
        "contacts.csv",
        "",
        """
Contact ID;First Name;Last Name;Email;Company;Owner;Created
1;Ann;Lee;ann@x.example;Acme;Bob Ray;2025-01-05
2;Cat;Fox;cat@x.example;Bolt;Bob Ray;2025-02-05
""",
        {},
    ),
    Foreign(
        "Rechnungen.csv",
        "",
        """
Rechnungsnummer;Kunde;Betrag;Währung;Datum;Fällig;Status;Verkäufer
R1;Nord GmbH;100,00;EUR;01.02.2025;01.03.2025;bezahlt;Anna Berger
R2;Süd AG;250,00;EUR;05.02.2025;05.03.2025;offen;Kai Oster
""",
        {},
    ),
)
