import Foundation
import Testing

/// `rapporteur blind` as two agencies and whoever matches for them use it.
@Suite struct BlindCommandTests {
    private static let roles = "given=first,family=last,birth=born"
    private static let terms = [
        "--project", "trial", "--legal-basis", "a law", "--consent", "given", "--purpose", "counting",
    ]

    /// Persons with names of no language, of whom the second agency knows the first fourteen with a slip in the name.
    private static func people(_ agency: Int) -> String {
        let rows = (0..<20).map { number -> String in
            let person = agency == 1 && number >= 14 ? number + 100 : number
            let first = word(person &* 7 &+ 3, 3)
            let last = word(person &* 13 &+ 5, 4)
            let written = agency == 1 ? String(last.dropLast()) : last
            return "\(first),\(written),19\(50 + person % 40)-0\(1 + person % 9)-1\(person % 10),\(person)"
        }
        return "first,last,born,key\n" + rows.joined(separator: "\n") + "\n"
    }

    private static func word(_ number: Int, _ syllables: Int) -> String {
        (0..<syllables).map { place in
            let mixed = (number &+ 1) &* (2_654_435_761 &+ place &* 40_503) >> 7
            return "\(Array("bdfgklmnprstvz")[mixed % 14])\(Array("aeiou")[mixed / 14 % 5])"
        }.joined()
    }

    private static func key(_ folder: TemporaryFolder, _ name: String) throws -> String {
        let agency = folder.path("\(name)-agency.key")
        let card = folder.path("\(name).card")
        try BuiltProgram.run("blind", "key", "agency", "--name", name, "--out", agency, "--card", card)
        return agency
    }

    @Test func twoAgenciesFindWhomTheyBothKnow() throws {
        let folder = try TemporaryFolder()
        let files = try (0...1).map { try folder.write(Self.people($0), to: "people-\($0).csv").path }
        let (one, other) = (try Self.key(folder, "north"), try Self.key(folder, "south"))
        let shared = try BuiltProgram.run(
            [
                "blind", "key", "share", "--as", one, "--to", folder.path("south.card"), "--out",
                folder.path("one.key"),
                "--sealed", folder.path("sealed.json"),
            ] + Self.terms)
        #expect(shared.status == 0, "\(shared.talk)")
        let received = try BuiltProgram.run(
            "blind", "key", "receive", folder.path("sealed.json"), "--as", other, "--from", folder.path("north.card"),
            "--out", folder.path("other.key"))
        #expect(received.status == 0 && received.output.contains("a law"), "\(received.talk)")
        for (place, (file, key)) in zip(files, ["one.key", "other.key"]).enumerated() {
            let encoded = try BuiltProgram.run(
                "blind", "encode", file, "--roles", Self.roles, "--key", folder.path(key), "--out",
                folder.path("codes-\(place)"), "--as", place == 0 ? one : other)
            #expect(encoded.status == 0, "\(encoded.talk)")
        }
        let matched = try BuiltProgram.run(
            "blind", "match", folder.path("codes-0"), folder.path("codes-1"), "--from", folder.path("north.card"),
            "--from", folder.path("south.card"), "--out", folder.path("pairs.csv"), "--format", "json")
        #expect(matched.status == 0 && matched.output.contains("\"persons\": 15"), "\(matched.output)\(matched.talk)")
        try BuiltProgram.run(
            "blind", "open", "--pairs", folder.path("pairs.csv"), "--tokens", folder.path("codes-0.tokens.csv"),
            folder.path("codes-1.tokens.csv"), "--out", folder.path("opened.csv"))
        let measured = try BuiltProgram.run(
            "link", "evaluate", "--pairs", folder.path("opened.csv"), "--truth", files[0], files[1], "--key", "key",
            "--format", "json")
        #expect(
            measured.output.contains("\"precision\":1") && measured.output.contains("\"truePairs\":14"),
            "\(measured.output)\(measured.talk)")
    }

    @Test func anExchangeNeedsTheKeysOfBoth() throws {
        let folder = try TemporaryFolder()
        let keys = try (0...1).map { place -> String in
            let key = folder.path("exchange-\(place).key")
            try BuiltProgram.run(["blind", "key", "exchange", "--out", key] + Self.terms)
            let file = try folder.write(Self.people(place), to: "people-\(place).csv").path
            try BuiltProgram.run(
                "blind", "encode", file, "--roles", Self.roles, "--key", key, "--out", folder.path("codes-\(place)"))
            return key
        }
        let early = try BuiltProgram.run("blind", "match", folder.path("codes-0"), folder.path("codes-1"))
        #expect(early.status == 1 && early.talk.contains("Q207"), "\(early.talk)")
        for place in 0...1 {
            let raised = try BuiltProgram.run(
                "blind", "raise", folder.path("codes-\(place)"), "--key", keys[1 - place], "--most", "20", "--out",
                folder.path("raised-\(place)"))
            #expect(raised.status == 0, "\(raised.talk)")
        }
        let tooMany = try BuiltProgram.run(
            "blind", "raise", folder.path("codes-0"), "--key", keys[1], "--most", "19", "--out", folder.path("no"))
        #expect(tooMany.status == 1 && tooMany.talk.contains("19 were agreed"))
        let matched = try BuiltProgram.run("blind", "match", folder.path("raised-0"), folder.path("raised-1"))
        #expect(matched.status == 0 && matched.output.contains("15 persons"), "\(matched.output)\(matched.talk)")
    }

    @Test func aSmallGroupIsToldAsACountOnly() throws {
        let folder = try TemporaryFolder()
        try BuiltProgram.run(["blind", "key", "exchange", "--parties", "2", "--out", folder.path("k")] + Self.terms)
        let secret = try folder.write("a secret text that is long enough\n", to: "secret").path
        for place in 0...1 {
            let file = try folder.write(Self.people(place), to: "people-\(place).csv").path
            try BuiltProgram.run(
                [
                    "blind", "encode", file, "--roles", Self.roles, "--key", secret, "--out",
                    folder.path("codes-\(place)"),
                ]
                    + Self.terms)
        }
        let matched = try BuiltProgram.run(
            "blind", "match", folder.path("codes-0"), folder.path("codes-1"), "--least", "15", "--out",
            folder.path("pairs.csv"))
        #expect(matched.status == 0 && matched.output.contains("<15"), "\(matched.output)\(matched.talk)")
        #expect(!FileManager.default.fileExists(atPath: folder.path("pairs.csv")))
    }

    @Test func nothingIsEncodedWithoutALegalBasis() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(Self.people(0), to: "people.csv").path
        let secret = try folder.write("a secret text that is long enough", to: "secret").path
        let outcome = try BuiltProgram.run(
            "blind", "encode", file, "--roles", Self.roles, "--key", secret, "--project", "trial", "--out",
            folder.path("codes"))
        #expect(outcome.status == 1 && outcome.talk.contains("Q204"), "\(outcome.talk)")
        #expect(!FileManager.default.fileExists(atPath: folder.path("codes")))
    }

    @Test func filtersGoToPartnersWhoUseClkhash() throws {
        let folder = try TemporaryFolder()
        let schema = try folder.write(
            """
            {"version":3,"clkConfig":{"l":1024,"kdf":{"type":"HKDF"}},"features":[
            {"identifier":"last","format":{"type":"string"},"hashing":{"comparison":{"type":"ngram","n":2},
            "strategy":{"bitsPerFeature":200}}},
            {"identifier":"born","format":{"type":"date","format":"%Y-%m-%d"},"hashing":{"comparison":
            {"type":"ngram","n":1,"positional":true},"strategy":{"bitsPerFeature":200}}}]}
            """, to: "schema.json"
        ).path
        let secret = try folder.write("the secret of both\n", to: "secret").path
        for place in 0...1 {
            let file = try folder.write(Self.people(place), to: "people-\(place).csv").path
            let encoded = try BuiltProgram.run(
                [
                    "blind", "encode", file, "--schema", schema, "--key", secret, "--out",
                    folder.path("codes-\(place)"),
                    "--clks", folder.path("clks-\(place).json"),
                ] + Self.terms)
            #expect(encoded.status == 0, "\(encoded.talk)")
        }
        #expect(try String(contentsOfFile: folder.path("clks-0.json"), encoding: .utf8).hasPrefix("{\"clks\":["))
        let matched = try BuiltProgram.run(
            "blind", "match", folder.path("codes-0"), folder.path("codes-1"), "--threshold", "0.8", "--format", "csv")
        #expect(
            matched.status == 0 && matched.output.contains("people-0 + people-1,15"), "\(matched.output)\(matched.talk)"
        )
    }
}
