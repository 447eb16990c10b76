import Foundation
import Testing

@testable import Linkage

@Suite struct HardenedEncoderTests {
    private let schema: FilterSchema
    private let values = ["Lumo Teralin", "1990-02-03", "female"]

    init() throws { schema = try FilterSchema(json: FilterVectors.schema("blake, bits for each token")) }

    private func filter(_ values: [String], salt: String?, isBalanced: Bool) throws -> BitFilter {
        var encoder = HardenedEncoder(
            schema, secret: [1, 2, 3],
            hardening: FilterHardening(saltColumn: salt.map { _ in "born" }, isBalanced: isBalanced))
        return try encoder.filter(values, salt: salt, row: 1)
    }

    @Test func withoutHardeningFiltersAreThoseOfTheSchema() throws {
        var plain = FilterEncoder(schema, secret: [1, 2, 3])
        #expect(try filter(values, salt: nil, isBalanced: false) == plain.filter(values, row: 1))
    }

    @Test(arguments: [["Lumo Teralin", "1990-02-03", "female"], ["", "1990-02-03", "male"]])
    func halfOfABalancedFilterIsSet(values: [String]) throws {
        let filter = try filter(values, salt: nil, isBalanced: true)
        #expect(filter.length == 2 * schema.length && filter.count == schema.length)
    }

    @Test func aNameUnderAnotherSaltHasOtherBits() throws {
        let one = try filter(values, salt: "1990", isBalanced: false)
        let same = try filter(values, salt: " 1990", isBalanced: false)
        let other = try filter(values, salt: "1991", isBalanced: false)
        #expect(one == same)
        #expect(one.dice(other) < 0.6)
    }
}
