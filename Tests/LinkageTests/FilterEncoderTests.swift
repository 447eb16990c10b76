import Foundation
import TestKit
import Testing

@testable import Linkage

/// Bits made by clkhash 0.18.3 itself, from invented values.
struct FilterVectors: Decodable {
    struct Vector: Decodable, CustomTestStringConvertible {
        let name: String
        let secret: String
        let rows: [[String]]
        let filters: [String]
        var testDescription: String { name }
    }
    let sets: [Vector]

    private static let file = Repository.root.appending(path: "Tests/LinkageTests/Golden/clkhash-0.18.3.json")

    static let all: [Vector] = (try? JSONDecoder().decode(FilterVectors.self, from: Data(contentsOf: file)).sets) ?? []

    static func schema(_ name: String) throws -> Data {
        let whole = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
        let sets = try #require(whole?["sets"] as? [[String: Any]])
        let set = try #require(sets.first { $0["name"] as? String == name })
        return try JSONSerialization.data(withJSONObject: #require(set["schema"]))
    }
}

@Suite struct FilterEncoderTests {
    @Test func thereAreVectors() { #expect(FilterVectors.all.count == 8) }

    @Test(arguments: FilterVectors.all)
    func setsTheBitsThatClkhashSets(vector: FilterVectors.Vector) throws {
        let schema = try FilterSchema(json: FilterVectors.schema(vector.name))
        var encoder = FilterEncoder(schema, secret: Array(vector.secret.utf8))
        for (row, expected) in zip(vector.rows, vector.filters) {
            #expect(try encoder.filter(row, row: 2).base64 == expected)
        }
    }

    @Test func anotherSecretSetsOtherBits() throws {
        let vector = try #require(FilterVectors.all.first)
        let schema = try FilterSchema(json: FilterVectors.schema(vector.name))
        var encoder = FilterEncoder(schema, secret: Array("not the key".utf8))
        #expect(try encoder.filter(vector.rows[0], row: 2).base64 != vector.filters[0])
    }

    @Test(arguments: [
        (["", "1990-02-30", "male"], "born"), (["", "1990-02-03", "man"], "sex"), (["", "3.2.1990", "male"], "born"),
    ])
    func aValueThatTheFormatDoesNotAllowIsNamedByItsPlaceOnly(values: [String], feature: String) throws {
        let schema = try FilterSchema(json: FilterVectors.schema("blake, bits for each token"))
        var encoder = FilterEncoder(schema, secret: [1])
        let failure = try #require(throws: LinkageFailure.self) { try encoder.filter(values, row: 7) }
        #expect(failure.code == "Q203")
        #expect(failure.message.contains("Row 7") && failure.message.contains(feature))
        #expect(!failure.message.contains(values[1]))
    }

    @Test(arguments: [
        ("{}", "Q201"), ("[1", "Q201"),
        (#"{"version":2,"clkConfig":{"l":1024,"kdf":{"type":"HKDF"}},"features":[]}"#, "Q202"),
        (#"{"version":3,"clkConfig":{"l":1024,"kdf":{"type":"HKDF"},"xorFolds":1},"features":[]}"#, "Q202"),
        (
            #"{"version":3,"clkConfig":{"l":1000,"kdf":{"type":"HKDF"}},"features":[{"identifier":"a","format":{"type":"string"},"hashing":{"comparison":{"type":"exact"},"strategy":{"bitsPerToken":3}}}]}"#,
            "Q202"
        ),
        (#"{"version":3,"clkConfig":{"l":-8,"kdf":{"type":"HKDF"}},"features":[]}"#, "Q202"),
    ])
    func aSchemaThatCannotBeFollowedIsRefused(text: String, code: String) throws {
        let failure = try #require(throws: LinkageFailure.self) { try FilterSchema(json: Data(text.utf8)) }
        #expect(failure.code == code)
    }
}
