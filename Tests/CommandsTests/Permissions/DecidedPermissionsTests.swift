import Access
import Foundation
import TestKit
import Testing

/// The policy and the page of it say what was decided, question by question.
@Suite struct DecidedPermissionsTests {
    @Test func everyQuestionToThePolicyIsAnsweredAsDecided() throws {
        let expected = try ExpectedPermissions()
        let cells = PermissionMatrix(of: Policy()).cells
        #expect(cells.count > 30_000)
        for cell in cells {
            let decided = expected.ceiling(
                cell.function, cell.action, cell.matter, cell.relation, isClosed: cell.isClosed, for: cell.purpose)
            #expect(cell.ceiling == decided, "\(cell)")
        }
    }

    /// The purposes for which the house is asked are those of which something was decided.
    @Test func somebodyWorksForEveryPurposeThatWasDecided() {
        let heads = DecidedPermissions.records.split(separator: "\n").map { $0.split(separator: " ") }
        let decided = Set(heads.filter { $0.count == 5 }.map { "\($0[0]) for \($0[2])" })
        #expect(decided == Set(Worker.all.map(\.testDescription)))
    }

    @Test func thePublishedMatrixIsTheDecidedOne() throws {
        let url = Repository.root.appending(path: "docs/reference/permissions.csv")
        var published: [ExpectedPermissions.Question: String] = [:]
        for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            let question = ExpectedPermissions.Question(
                function: cells[0], purpose: cells[1], matter: cells[2], isClosed: cells[3] == "closed",
                relation: cells[4], action: cells[6])
            published[question] = cells[7]
        }
        // The page repeats for each relation what holds without any.
        let expected = try ExpectedPermissions()
        #expect(Set(expected.granted.keys).isSubset(of: published.keys))
        for (question, level) in published {
            let alone = expected.granted[question]
            let always = expected.granted[question.withoutRelation]
            #expect([alone, always].compactMap(\.self).max().map { "\($0)" } == level, "\(question)")
        }
    }
}

extension ExpectedPermissions.Question {
    fileprivate var withoutRelation: Self {
        Self(function: function, purpose: purpose, matter: matter, isClosed: isClosed, relation: "none", action: action)
    }
}
