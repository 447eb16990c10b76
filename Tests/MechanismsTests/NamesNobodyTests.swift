import Mechanisms
import Testing

/// B58: what looks like a name, and what does not. Names here are of nobody.
@Suite struct NamesNobodyTests {
    @Test(arguments: [
        "spoke with Mr Lantern", "la Sra. farol llamó", "Kapok Lantern will come", "then Kapok Lantern-Zinnia called",
        "write to kapok@example.org", "call +00 123 45 67", "paper 1234567", "frau lantern", "تحدثت مع السيد فلان",
        "فلان بن فلان",
    ])
    func b58AsksAboutWhatLooksLikeAName(text: String) { #expect(NamesNobody.seemsToName(text)) }

    @Test(arguments: [
        "", "which form the court wants", "EUROPOL and Interpol answered", "Asked on 2026-09-21. Answered the next day",
        "Lisbon, Porto and Faro have no place", "document 12042/06", "the desk of Lisbon. Porto has another",
        "3 hours, 2 calls", "النموذج الذي تطلبه المحكمة",
    ])
    func b58LeavesOtherTextsAlone(text: String) { #expect(!NamesNobody.seemsToName(text)) }
}
