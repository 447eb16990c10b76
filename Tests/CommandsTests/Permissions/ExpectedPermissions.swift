import Access
import Foundation
import Mechanisms
import TestKit

/// docs/reference/permissions.csv as the tests believe it: read from the file, not asked of the policy.
struct ExpectedPermissions {
    private struct Question: Hashable {
        let function: String
        let purpose: String
        let matter: String
        let state: String
        let relation: String
        let action: String
    }

    private let granted: [Question: Sensitivity]

    init() throws {
        let url = Repository.root.appending(path: "docs/reference/permissions.csv")
        var granted: [Question: Sensitivity] = [:]
        for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            let question = Question(
                function: cells[0], purpose: cells[1], matter: cells[2], state: cells[3], relation: cells[4],
                action: cells[6])
            granted[question] = Sensitivity.allCases.first { "\($0)" == cells[7] }
        }
        self.granted = granted
    }

    var count: Int { granted.count }

    /// How far a function sees in doing this; nil where it may not.
    func ceiling(
        _ function: FunctionKind, _ action: Action, _ matter: Matter, _ relation: Relation, isClosed: Bool
    ) -> Sensitivity? {
        [relation, .none].compactMap { relation in
            granted[
                Question(
                    function: function.rawValue, purpose: function.purpose.rawValue, matter: matter.rawValue,
                    state: isClosed ? "closed" : "open", relation: relation.rawValue, action: action.rawValue)]
        }.max()
    }

    func ceiling(
        _ function: FunctionKind, _ action: Action, of specimen: PermissionWorld.Specimen
    ) -> Sensitivity? {
        ceiling(
            function, action, specimen.mechanism.matter, specimen.relation(for: function), isClosed: specimen.isClosed)
    }
}
