import Foundation
import NumericMethods
import TestKit
import Testing

@testable import Linkage

/// What somebody without the key recovers who knows the population: nearly everything from filters, nothing from the tags
/// of match keys.
@Suite struct AttackTests {
    private let list: [[String]]
    private let hidden: [[String]]

    init() {
        var generator = SeededGenerator(seed: 22)
        list = InventedPersons(120, twice: 1000, seed: 21).rows
        hidden = list.shuffled(using: &generator)
    }

    @Test func filtersAreRecognisedByTheirLikeness() throws {
        let codes = try AttackedCodes(filtersOf: hidden, list: list)
        let attack = GraphAttack(known: codes.knownLikeness, hidden: codes.hiddenLikeness)
        #expect(codes.recovered(attack.guesses) > 0.9)
    }

    @Test func balancingDoesNotHideLikeness() throws {
        let codes = try AttackedCodes(
            filtersOf: hidden, list: list, hardening: FilterHardening(saltColumn: nil, isBalanced: true))
        let attack = GraphAttack(known: codes.knownLikeness, hidden: codes.hiddenLikeness)
        #expect(codes.recovered(attack.guesses) > 0.9)
    }

    @Test func saltingHidesLikenessInPart() throws {
        let codes = try AttackedCodes(
            filtersOf: hidden, list: list, hardening: FilterHardening(saltColumn: "born", isBalanced: false))
        let attack = GraphAttack(known: codes.knownLikeness, hidden: codes.hiddenLikeness)
        #expect((0.05..<0.5).contains(codes.recovered(attack.guesses)))
    }

    @Test func tagsAreNotRecognisedByTheirLikeness() throws {
        let codes = try AttackedCodes(tagsOf: hidden, list: list, seed: 23)
        let attack = GraphAttack(known: codes.knownLikeness, hidden: codes.hiddenLikeness)
        #expect(codes.recovered(attack.guesses) < 0.05)
    }

    @Test func tagsAreNotRecognisedByTheirFrequency() throws {
        let codes = try AttackedCodes(tagsOf: hidden, list: list, seed: 23)
        let attack = FrequencyAttack(known: codes.knownParts, hidden: codes.hiddenParts)
        #expect(codes.recovered(attack.guesses) < 0.05)
    }
}
