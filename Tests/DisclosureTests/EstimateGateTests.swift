import Testing

@testable import Disclosure

@Suite struct EstimateGateTests {
    private typealias Method = EstimateFigures.Method

    /// Lists A, B and C by bits 1, 2 and 4; three persons are on B and C only.
    private static let counts = [0, 120, 90, 30, 150, 25, 3, 8]
    private static let names: Set = ["first", "second", "third", "lower"]

    /// Each list against the two others together (Petersen), and Chao's bound: with the sizes of the lists and the persons
    /// in all they give every count.
    private static func reckoned(_ counts: [Int], _ wanted: Set<String>) -> [Method] {
        let persons = Double(counts.reduce(0, +))
        let petersen = zip(["first", "second", "third"], 0..<3).compactMap { name, list -> Method? in
            let on = counts.indices.reduce(0) { $1 >> list & 1 == 1 ? $0 + counts[$1] : $0 }
            let shared = Double(on - counts[1 << list])
            guard shared > 0 else { return nil }
            let others = persons - Double(counts[1 << list])
            let estimate = others * Double(on) / shared
            return method(name, estimate, width: 4 * estimate / shared.squareRoot())
        }
        let once = Double(counts[1] + counts[2] + counts[4])
        let twice = Double(counts[3] + counts[5] + counts[6])
        guard twice > 0 else { return petersen.filter { wanted.contains($0.name) } }
        let bound = persons + once * once / (3 * twice)
        return (petersen + [method("lower", bound, width: 4 * bound / twice.squareRoot())])
            .filter { wanted.contains($0.name) }
    }

    private static func method(_ name: String, _ estimate: Double, width: Double) -> Method {
        var unit = 1
        while Double(unit * 25) < width { unit *= String(unit).hasPrefix("2") ? 5 : 2 }
        return Method(name, persons: estimate, lower: estimate - width / 2, upper: estimate + width / 2, unit: unit)
    }

    private func figures(
        _ counts: [Int] = Self.counts, lists: [String] = ["A", "B", "C"], methods: [Method]? = nil,
        level: Int = 95, light: EstimateFigures.Light = .amber, reasons: [String] = ["wide"]
    ) -> EstimateFigures {
        EstimateFigures(
            lists: lists, counts: counts, methods: methods ?? Self.reckoned(counts, Self.names), level: level,
            light: light, reasons: reasons)
    }

    private func refusal(_ figures: EstimateFigures, threshold: Int = 5) -> String? {
        do throws(DisclosureFailure) {
            _ = try EstimateGate(threshold: threshold).release(figures, reckoning: Self.reckoned)
            return nil
        } catch { return error.code }
    }

    /// Every table with these sizes of lists and this number of persons in all that prints the same.
    private func consistent(prints: ([Int]) -> Bool) -> [[Int]] {
        let (a, b, c, persons) = (183, 131, 186, 426)
        var found: [[Int]] = []
        for all in 0...37 {
            for first in 0...(a - all) {
                for second in 0...(a - all - first) {
                    let third = a + b + c - persons - 2 * all - first - second
                    let alone = (a - first - second - all, b - first - third - all, c - second - third - all)
                    guard third >= 0, alone.0 >= 0, alone.1 >= 0, alone.2 >= 0 else { continue }
                    let table = [0, alone.0, alone.1, first, alone.2, second, third, all]
                    if prints(table) { found.append(table) }
                }
            }
        }
        return found
    }

    @Test func b99AnAttackerWhoKnowsTheListsReadsExactFigures() {
        let own = Self.reckoned(Self.counts, Self.names).map { $0.persons.rounded() }
        let found = consistent { Self.reckoned($0, Self.names).map { $0.persons.rounded() } == own }
        #expect(found == [Self.counts], "without the gate the small overlap stands open")
    }

    @Test func b99AnAttackerWhoKnowsTheListsDoesNotReadReleasedFigures() throws {
        let released = try EstimateGate(threshold: 5).release(figures(), reckoning: Self.reckoned)
        let attack = EstimateAttack(figures(), [])
        let found = consistent { table in
            released.methods.allSatisfy { printed in
                Self.reckoned(table, [printed.name]).contains { attack.printed($0, printed.unit) == printed }
            }
        }
        #expect(found.contains(Self.counts), "what was printed is true of the table")
        #expect(Set(found.map { $0[6] }).count > 1, "several numbers on B and C print the same")
        #expect(released.methods.first?.name == "first")
    }

    @Test func b99SaysNoRegisteredPersonsExactly() throws {
        let released = try EstimateGate(threshold: 5).release(figures(), reckoning: Self.reckoned)
        #expect(released.unit >= 10 && released.registered % released.unit == 0 && released.registered != 426)
        for method in released.methods {
            #expect([method.persons, method.lower, method.upper].allSatisfy { $0 % method.unit == 0 })
            #expect(method.unit >= released.unit && method.lower < method.upper)
        }
    }

    /// A method that needs every digit leaves the figure of another one alone.
    @Test func b99LeavesOutAMethodThatWouldTell() throws {
        let telling: EstimateGate.Reckoning = { counts, wanted in
            wanted.contains("telling")
                ? [Self.method("telling", Double(1000 + 500 * counts[6]), width: 500)] : Self.reckoned(counts, wanted)
        }
        let endless = Method("endless", persons: 900, lower: 400, upper: .infinity, unit: 1)
        let methods = Self.reckoned(Self.counts, ["first"]) + telling(Self.counts, ["telling"]) + [endless]
        let released = try EstimateGate(threshold: 5).release(figures(methods: methods), reckoning: telling)
        #expect(released.methods.map(\.name) == ["first"] && released.leftOut == ["telling", "endless"])
    }

    @Test func b99RoundsNoFurtherThanTheIntervalWhereNothingIsSmall() throws {
        let counts = [0, 4500, 3600, 900, 3000, 600, 500, 200]
        let methods = Self.reckoned(counts, ["first"])
        let released = try EstimateGate(threshold: 5).release(
            figures(counts, methods: methods), reckoning: Self.reckoned)
        #expect(released.unit == methods.first?.unit)
    }

    @Test func b99RefusesAFigureWithoutInterval() {
        let endless = Method("first", persons: 900, lower: 430, upper: .infinity, unit: 1)
        let outside = Method("first", persons: 400, lower: 430, upper: 900, unit: 20)
        let point = Method("first", persons: 900, lower: 900, upper: 900, unit: 1)
        for method in [endless, outside, point] { #expect(refusal(figures(methods: [method])) == "D501") }
    }

    @Test func b99RefusesARedLight() throws {
        #expect(refusal(figures(light: .red, reasons: ["two-lists", "wide"])) == "D502")
        let said = DisclosureFailure.estimateNotToBePublished(reasons: ["two-lists", "wide"]).message
        #expect(said.contains("two-lists, wide"))
    }

    @Test func b99RefusesAShortListAndFewShared() {
        #expect(refusal(figures([0, 120, 90, 30, 2, 1, 0, 0])) == "D503")
        #expect(refusal(figures([0, 120, 90, 3, 150, 1, 0, 0])) == "D504")
    }

    /// Of two lists nothing can be moved: the sizes and the persons in all say how many are on both.
    @Test func b99RefusesTwoListsWhereACountIsSmall() {
        let chapman = Self.method("first", 94, width: 40)
        #expect(refusal(figures([0, 3, 50, 40], lists: ["A", "B"], methods: [chapman])) == "D505")
    }

    @Test func b99RefusesWhatRoundingDoesNotProtect() {
        let narrow: [Method] = [.init("first", persons: 600, lower: 595, upper: 606, unit: 1)]
        #expect(refusal(figures(methods: narrow)) == "D505")
    }

    @Test func b99RefusesFiguresThatDoNotBelongTogether() {
        let fine = Method("first", persons: 900, lower: 500, upper: 1500, unit: 1)
        #expect(refusal(figures(methods: [fine])) == "D506", "more digits than the interval bears")
        #expect(refusal(figures(methods: [])) == "D506")
        #expect(refusal(figures(level: 100)) == "D506")
        #expect(refusal(figures(reasons: ["list A decides: 1200"])) == "D506", "a reason is a code")
        #expect(refusal(figures([0, 1, 2], methods: [fine])) == "D506")
        #expect(refusal(figures([7, 120, 90, 30, 150, 25, 3, 8])) == "D506")
        #expect(refusal(figures(), threshold: 1) == "D105")
    }
}
