"""The names, labels and sentences that drawn notes are made of."""

from __future__ import annotations

YEARS_BEFORE = 4
COMMITTEES = {
    "Borgerrådgiverudvalget": ["Borgerrådgivningen"],
    "Beskæftigelses- og Integrationsudvalget": ["Beskæftigelsesindsats", "Efterspørgselsstyrede overførsler"],
    "Børne- og Ungdomsudvalget": ["Dagtilbud", "Undervisning", "Dagtilbud, anlæg"],
    "Kultur- og Fritidsudvalget": ["Biblioteker", "Folkeoplysning", "Kultur og Fritid, anlæg"],
    "Socialudvalget": ["Udsatte voksne", "Borgere med sindslidelse", "Børnefamilier med særlige behov"],
    "Sundheds- og Omsorgsudvalget": ["Sundhed", "Ældre"],
    "Teknik- og Miljøudvalget": ["Byens rum, anlæg", "Drift og vedligehold", "Parkering"],
    "Klima-, Miljø- og Teknikudvalget": ["Byens rum, anlæg", "Mobilitet"],
    "Økonomiudvalget": ["Fælles administration", "Kommunale ejendomme", "Jordforsyning"],
}
DEPARTMENTS = [
    "Borgerrådgiveren",
    "Beskæftigelses- og Integrationsforvaltningen",
    "Kultur- og Fritidsforvaltningen",
    "Socialforvaltningen",
    "Sundheds- og Omsorgsforvaltningen",
    "Økonomiforvaltningen",
]
CATEGORIES = [
    "Need to",
    "Fastholdelse/rekruttering",
    "Rettidig omhu",
    "Specifik udfordring",
    "Bevillingsudløb",
    "Henvist sag",
    "Bestilling fra politisk parti",
    "Bestilling fra borgermesterforum eller tværgående pakke",
    "Bestilt af fagudvalg",
    "Bestilt administrativt",
]
DISTRICTS = [
    ["Bydækkende"],
    ["Bispebjerg", "Indre by", "Vesterbro/Kgs. Enghave", "Valby", "Amager Øst", "Udenbys"],
    ["Nørrebro", "Østerbro", "Brønshøj/Husum", "Vanløse", "Amager Vest"],
]
NAMES = [
    "Aftenvagt i nærgenbrug",
    "Anlæg af grønne kantzoner",
    "Etape 2",
    "Etape 3 af letbanestien",
    "2026 pilot for nattevandring",
    "Lærlingeforløb 2027",
    "Sommerskole 2026 på Tingbjerg",
    "Service til frivillige i Valby",
    "Center for Service og drift",
    "I gang med frivillighed",
    "Betjening af Socialudvalget",
    "Sekretariat for Børne- og Ungdomsudvalget og partnere",
    "Tværfagligt udgående team til unge med angst og samtidigt misbrug",
    "Renovering af svømmehal (fase 1)",
    "Peer-støtte til pårørende",
    "Rådgivning",
    "Tilskud fra fonde",
    "Mindreudgifter til Kontanthjælp og Ressourceforløb",
    "Natåbent værested på Vesterbro med Mændenes Hjem",
    "CO2-regnskab for kommunens bygninger",
    "Klub 9 i Sydhavnen",
    "Drift af havnebad",
    "Vejledning om kost og motion til ældre medborgere i eget hjem",
]
AREAS = {"service": "Service", "anlaeg": "Anlæg", "overfoersler": "Overførsler mv."}
CAPTIONS = {
    "service": "Udgifter til service",
    "anlaeg": "Udgifter til anlæg",
    "overfoersler": "Udgifter til overførsler mv.",
}
TOTALS = {
    "service": "Serviceudgifter i alt",
    "anlaeg": "Anlægsudgifter i alt",
    "overfoersler": "Overførsler mv. i alt",
}
PROSE = (
    "Indsatsen skal gøre hverdagen lettere for borgere, der har brug for støtte, og samle tilbuddene ét sted. "
    "Forvaltningen vurderer, at arbejdet kan begynde i foråret, og at der kan rekrutteres inden for rammen."
)
