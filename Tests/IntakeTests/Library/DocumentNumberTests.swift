import Intake
import Testing

/// B103: numbers are recognised under whatever spelling; worked by hand from the institutions' own ways of numbering.
struct DocumentNumberTests {
    @Test(
        arguments: [
            ("See doc. 16626/06.", "16626/06"), ("doc.16626/06", "16626/06"),
            ("(8489/3/06 CRIMORG 71)", "8489/3/06 REV 3"),
            ("15321/2/06 REV 2", "15321/2/06 REV 2"), ("11450/5/09 REV5", "11450/5/09 REV 5"),
            ("5121/13 ADD 1 REV 2", "5121/13 ADD 1 REV 2"), ("12345/15 REV 1", "12345/1/15 REV 1"),
            ("dok. 16626/06,", "16626/06"), ("الوثيقة ١٦٦٢٦/٠٦", "16626/06"),
            ("COM(2017) 728 final", "COM(2017) 728 final"), ("COM (2017) 728", "COM(2017) 728 final"),
            ("COM/2017/0728 final/2", "COM(2017) 728 final/2"), ("COM(96) 567 final", "COM(1996) 567 final"),
            ("SWD(2018)473", "SWD(2018) 473 final"), ("SEC(2009) 1265", "SEC(2009) 1265 final"),
            ("P8_TA(2016)0227", "P8_TA(2016)0227"), ("P8 TA(2016)0227", "P8_TA(2016)0227"),
            ("Directive 2011/36/EU", "2011/36/EU"), ("la directive 2011/36/UE", "2011/36/EU"),
            ("2002/629/JAI", "2002/629/JHA"), ("97/154/JHA", "97/154/JHA"),
            ("Regulation (EU) 2016/679", "(EU) 2016/679"), ("Règlement (CE) n° 45/2001", "(EC) No 45/2001"),
            ("Reglamento (CEE) nº 1612/68", "(EEC) No 1612/68"),
            ("A/RES/64/139.", "A/RES/64/139"), ("A/HRC/20/18/Add.1", "A/HRC/20/18/Add.1"), ("A/55/383", "A/55/383"),
            ("S/RES/2331 (2016)", "S/RES/2331"), ("CTOC/COP/2008/19/Rev.1", "CTOC/COP/2008/19/Rev.1"),
            ("E/CN.15/2014/1", "E/CN.15/2014/1"), ("UN/POP/MIG-10CM/2012/02", "UN/POP/MIG-10CM/2012/02"),
            ("resolution 55/25", "A/RES/55/25"), ("la résolution 55/25", "A/RES/55/25"),
            ("la resolución 55/25", "A/RES/55/25"), ("a resolução n.º 55/25", "A/RES/55/25"),
            ("قرار 55/25", "A/RES/55/25"), ("القرار ٥٥/٢٥", "A/RES/55/25"),
            ("Human Rights Council resolution 8/12", "A/HRC/RES/8/12"), ("resolution 2331 (2016)", "S/RES/2331"),
            ("Economic and Social Council resolution 2013/41", "E/RES/2013/41"),
            ("CP(2013)10", "CP(2013)10"), ("CM/Rec (2022) 21", "CM/Rec(2022)21"),
            ("GRETA(2011)20 rev. 2", "GRETA(2011)20 rev 2"),
            ("CETS No. 197", "CETS 197"), ("STCE n° 197", "CETS 197"), ("ETS 005", "ETS 005"), ("ETS No. 5", "ETS 005"),
            ("C029", "C029"), ("ILO Convention No. 29", "C029"), ("la Convention n° 182 de l'OIT", "C182"),
            ("P029", "P029"), ("MC.DEC/2/03", "MC.DEC/2/03"), ("PC.DEC/557/Rev.1", "PC.DEC/557/Rev.1"),
            ("application no. 25965/04", "application no. 25965/04"),
        ])
    func readsANumber(written: String, canonical: String) {
        #expect(DocumentNumberReader.mentions(in: written).map(\.number.canonical) == [canonical])
    }

    @Test(
        arguments: [
            "on 15/06", "12/05/2006", "2006/07", "the years 1998/99", "24/7", "3/4 of them", "9/11", "16626/06/07",
            "15.06.2006", "Tel. 16626/06", "+32 2 281 61/11", "Fax: 02 28165/11", "(02) 28165/11", "25.984/15",
            "16626/061", "116626/06", "EUR 16626/06", "€16626/06", "16626/06%", "5000/12", "4999/06", "06626/06",
            "16626/55", "2007/2004/26.10.2004", "2004/68", "COM(2017)", "COM 728", "(2017) 728", "A/B", "S/he",
            "A/H1N1",
            "A/4 paper", "and/or 12/3", "UN/ECE", "resolution 8/12", "Commission on Human Rights resolution 2004/45",
            "European Parliament resolution 2010/2209(INI)", "resolution 2331", "EU ETS 2", "OJ C 182", "OJ C182",
            "C-182/12", "C182/1", "Convention No. 197", "Convention No. 29", "ETS 2", "C999", "7,500/12", "32 GB", "",
        ])
    func leavesWhatIsNoNumber(text: String) {
        #expect(DocumentNumberReader.mentions(in: text).map(\.number.canonical) == [])
    }

    @Test func saysWhereANumberStandsAndUnderWhichSubjects() throws {
        let text = "Déjà: voir 15321/2/06 REV 2 CRIMORG 177 MIGR 164 Enfopol 192 et la suite"
        let mention = try #require(DocumentNumberReader.mentions(in: text).first)
        #expect(mention.range == 11..<27)
        #expect(mention.subjects == ["CRIMORG 177", "MIGR 164", "ENFOPOL 192"])
    }

    @Test func readsAListOfResolutionsWithTheirDays() {
        let text =
            "Recalling its resolutions 55/67 of 4 December 2000, 57/176 of 18 December 2002 and 58/137; and 61/144"
        let numbers = DocumentNumberReader.mentions(in: text).map(\.number.canonical)
        #expect(numbers == ["A/RES/55/67", "A/RES/57/176", "A/RES/58/137", "A/RES/61/144"])
    }

    @Test func theBodyNamedLastCounts() {
        let text =
            "the Commission, citing General Assembly resolution 55/25, and the Human Rights Council resolution 35/5"
        let numbers = DocumentNumberReader.mentions(in: text).map(\.number.canonical)
        #expect(numbers == ["A/RES/55/25", "A/HRC/RES/35/5"])
    }

    @Test func leavesARevisionThatContradictsTheNumber() throws {
        let mention = try #require(DocumentNumberReader.mentions(in: "15321/2/06 REV 3").first)
        #expect(mention.number.revision == 2 && mention.range == 0..<10)
    }

    @Test func ordersAChain() throws {
        let written = ["11450/5/09 REV 5", "11450/09", "11450/10/09 REV 10", "11450/1/09 REV 1"]
        let numbers = try written.map { try #require(DocumentNumber($0)) }
        #expect(numbers.sorted().map(\.revision) == [0, 1, 5, 10])
        #expect(numbers.allSatisfy { $0.isRevision(of: numbers[0]) })
        #expect(try !numbers[0].isRevision(of: #require(DocumentNumber("11450/09 ADD 1"))))
    }

    @Test func aNumberIsNothingButItself() {
        #expect(DocumentNumber("see 16626/06") == nil)
        #expect(DocumentNumber("16626/06 and 16627/06") == nil)
        #expect(DocumentNumber("resolution 55/25") == DocumentNumber("A/RES/55/25"))
    }
}
