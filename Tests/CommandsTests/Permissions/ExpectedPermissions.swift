import Access
import Mechanisms

/// ``DecidedPermissions`` as the tests ask it: read from what somebody wrote, not asked of the policy.
struct ExpectedPermissions {
    struct Question: Hashable {
        let function: String
        let purpose: String
        let matter: String
        let isClosed: Bool
        let relation: String
        let action: String
    }

    private(set) var granted: [Question: Sensitivity] = [:]

    init() throws {
        var head: [String] = []
        for line in DecidedPermissions.records.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            if words.count == 5 {
                head = words
            } else {
                try take(words, under: head)
            }
        }
        for line in DecidedPermissions.register.split(separator: "\n") {
            let parts = line.split(separator: ": ").map(String.init)
            let head = parts[0].split(separator: " ").map(String.init)
            for grant in parts[1].split(separator: ", ") {
                let words = grant.split(separator: " ").map(String.init)
                granted[
                    Question(
                        function: head[0], purpose: head[2], matter: "register", isClosed: false, relation: "none",
                        action: words[0])] = try level(words[1])
            }
        }
    }

    private mutating func take(_ words: [String], under head: [String]) throws {
        guard words.count == DecidedPermissions.columns.count + 1, head.count == 5 else {
            throw UnreadableLine(line: words.joined(separator: " "))
        }
        let endsWithWork = words[0].hasSuffix("*")
        let relation = endsWithWork ? String(words[0].dropLast()) : words[0]
        for (action, letter) in zip(DecidedPermissions.columns, words.dropFirst()) where letter != "." {
            for isClosed in endsWithWork ? [false] : [false, true] {
                granted[
                    Question(
                        function: head[0], purpose: head[2], matter: head[4], isClosed: isClosed, relation: relation,
                        action: action)] = try level(letter)
            }
        }
    }

    private func level(_ letter: String) throws -> Sensitivity {
        guard let level = Sensitivity.allCases.first(where: { "\($0)".hasPrefix(letter) }) else {
            throw UnreadableLine(line: letter)
        }
        return level
    }

    /// How far a function sees in doing this; nil where it may not.
    func ceiling(
        _ function: FunctionKind, _ action: Action, _ matter: Matter, _ relation: Relation, isClosed: Bool,
        for purpose: Purpose? = nil
    ) -> Sensitivity? {
        Set([relation, .none]).compactMap { relation in
            granted[
                Question(
                    function: function.rawValue, purpose: (purpose ?? function.purpose).rawValue,
                    matter: matter.rawValue, isClosed: isClosed, relation: relation.rawValue, action: action.rawValue)]
        }.max()
    }

    func ceiling(
        _ function: FunctionKind, _ action: Action, of specimen: PermissionWorld.Specimen, for purpose: Purpose? = nil
    ) -> Sensitivity? {
        ceiling(
            function, action, specimen.mechanism.matter, specimen.relation(for: function), isClosed: specimen.isClosed,
            for: purpose)
    }

    /// Whether the function may do this with anything of the matter, whatever the relation.
    func mayEver(_ function: FunctionKind, _ action: Action, _ matter: Matter, for purpose: Purpose? = nil) -> Bool {
        Relation.allCases.contains { ceiling(function, action, matter, $0, isClosed: false, for: purpose) != nil }
    }

    /// Whether the function is given the file of a document, be it in whatever state.
    func mayFetch(_ function: FunctionKind, fileOf document: PermissionWorld.Specimen, for purpose: Purpose) -> Bool {
        let head = "\(function.rawValue) for \(purpose.rawValue): "
        let line = DecidedPermissions.downloads.split(separator: "\n").first { $0.hasPrefix(head) }
        let relations = line?.dropFirst(head.count).split(separator: ", ").map(String.init) ?? []
        let relation = document.relation(for: function).rawValue
        return relations.contains(relation) || !document.isClosed && relations.contains(relation + "*")
    }

    /// The functions that come to an address of a place made by hand, with the part of it that says so; nil for others.
    static func desk(of address: String) -> (place: String, functions: Set<FunctionKind>)? {
        desks.filter { address == $0.place || address.hasPrefix($0.place + "/") }.max {
            $0.place.count < $1.place.count
        }
    }

    private static let desks: [(place: String, functions: Set<FunctionKind>)] =
        DecidedPermissions.desks.split(separator: "\n").map { line in
            let parts = line.split(separator: ": ")
            return (
                String(parts[0]), Set(parts[1].split(separator: ", ").compactMap { FunctionKind(rawValue: String($0)) })
            )
        }

    struct UnreadableLine: Error { let line: String }
}
