import Mechanisms
import NumericMethods
import Testing
import Vocabulary

@testable import Counting

/// Joins and separations on graphs drawn from a seed: whatever is taken back leaves no trace, and nothing joins what was
/// judged to be two.
struct SamePersonGroupsTests {
    /// Statements on some persons, as events of a ledger.
    private struct Graph {
        var story = Story()
        let persons: [RecordID]
        var links: [RecordID] = []
        var generator: SeededGenerator

        init(seed: UInt64) {
            generator = SeededGenerator(seed: seed)
            var story = Story()
            let house = story.organisation("Office")
            persons = (0..<12).map { _ in
                let person = story.person()
                story.episode(person, by: house)
                return person
            }
            self.story = story
        }

        mutating func pair() -> (RecordID, RecordID) {
            let shuffled = persons.shuffled(using: &generator)
            return (shuffled[0], shuffled[1])
        }

        mutating func state(_ state: String) -> RecordID {
            let (first, second) = pair()
            let link = story.open("same-person", state, ["first": .link(first), "second": .link(second)])
            links.append(link)
            return link
        }

        mutating func someStatements() {
            let states = ["asserted", "asserted", "asserted", "rejected", "proposed"]
            for _ in 0..<8 { _ = state(states[Int.random(in: 0..<5, using: &generator)]) }
        }

        func groups() throws -> SamePersonGroups {
            let facts = try Country.facts(story)
            return SamePersonGroups(persons: facts.persons.index.count, statements: facts.samePersons)
        }

        func figures() throws -> [[String]: Int] {
            try Country.counter(story).count("registered-victims", by: ["year", "sex"]).figures
        }

        /// What the columns hold of the persons themselves.
        func personBytes() throws -> [UInt8] {
            var facts = try Country.facts(story)
            var writer = SnapshotWriter()
            try facts.persons.visitColumns(&writer)
            return writer.bytes
        }
    }

    @Test(arguments: UInt64(1)...40)
    func whatWasJoinedAndTakenBackIsAsItWas(seed: UInt64) throws {
        var graph = Graph(seed: seed)
        graph.someStatements()
        let (groups, figures, persons) = (try graph.groups(), try graph.figures(), try graph.personBytes())
        var joined = (0..<10).map { _ in graph.state("asserted") }
        #expect(try graph.personBytes() == persons, "a join touches no person")
        joined.shuffle(using: &graph.generator)
        for link in joined { graph.story.change(link, "same-person", "withdrawn") }
        #expect(try graph.groups().group == groups.group)
        #expect(try graph.groups().linked == groups.linked)
        #expect(try graph.figures() == figures)
        #expect(try graph.personBytes() == persons)
    }

    @Test(arguments: UInt64(1)...40)
    func nothingJoinsWhatWasJudgedToBeTwo(seed: UInt64) throws {
        var graph = Graph(seed: seed)
        for _ in 0..<3 { graph.someStatements() }
        let facts = try Country.facts(graph.story)
        let groups = try graph.groups()
        let statements = facts.samePersons
        for row in statements.first.indices where statements.isApart(row) {
            let (first, second) = (statements.first[row], statements.second[row])
            #expect(groups.group[Int(first)] != groups.group[Int(second)])
        }
    }

    /// Three records; worked by hand: 0 and 1 are two, 0–2 was said before 2–1, so 0 and 2 are one.
    @Test func ofStatementsThatContradictANoTheLaterOneIsLeftAside() throws {
        var graph = Graph(seed: 1)
        let (one, two, three) = (graph.persons[0], graph.persons[1], graph.persons[2])
        graph.story.same(one, three)
        let later = graph.story.same(three, two)
        #expect(try graph.groups().linked == [[0, 1, 2]])
        let apart = graph.story.open("same-person", "rejected", ["first": .link(one), "second": .link(two)])
        #expect(try graph.groups().linked == [[0, 2]])
        graph.story.change(apart, "same-person", "withdrawn")
        #expect(try graph.groups().linked == [[0, 1, 2]])
        graph.story.change(later, "same-person", "withdrawn")
        #expect(try graph.groups().linked == [[0, 2]])
    }

    @Test(arguments: ["proposed", "judged", "disputed", "unsettled", "rejected", "withdrawn"])
    func onlyWhatIsAssertedCounts(state: String) throws {
        var graph = Graph(seed: 2)
        let before = try graph.figures()
        graph.story.open(
            "same-person", state, ["first": .link(graph.persons[0]), "second": .link(graph.persons[1])])
        #expect(try graph.figures() == before)
    }
}
