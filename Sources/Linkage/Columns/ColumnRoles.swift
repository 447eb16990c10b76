import Vocabulary

/// Which column has which role: all that a first run on an unknown file needs to be told.
package struct ColumnRoles: Hashable, Sendable {
    /// One column with what it says.
    package struct Assignment: Hashable, Sendable {
        package let role: Role
        package let column: String
    }

    /// In the order in which they were given; a role may occur more than once.
    package let assignments: [Assignment]

    package init(_ assignments: [(role: Role, column: String)]) {
        self.assignments = assignments.map { Assignment(role: $0.role, column: $0.column) }
    }

    /// Reads `given=first_name,family=surname,birth=dob`; `given=first+middle` gives two columns one role.
    ///
    /// - Throws: ``LinkageFailure/unreadableRoles(text:)`` or ``LinkageFailure/unknownRole(name:)``.
    package init(parsing text: String) throws(LinkageFailure) {
        var found: [(role: Role, column: String)] = []
        for part in text.split(separator: ",") {
            let sides = part.split(separator: "=", maxSplits: 1).map(trimmed)
            guard sides.count == 2, !sides[1].isEmpty else { throw .unreadableRoles(text: String(part)) }
            guard let role = Role(rawValue: sides[0].lowercased()) else { throw .unknownRole(name: sides[0]) }
            found += sides[1].split(separator: "+").map { (role, trimmed($0)) }
        }
        guard !found.isEmpty else { throw .unreadableRoles(text: text) }
        self.init(found)
    }

    /// The roles that the headers suggest, for a file of which nothing was said.
    ///
    /// - Throws: ``LinkageFailure/noRoles(columns:)`` where no header is understood.
    package init(guessedFrom headers: [String]) throws(LinkageFailure) {
        let found = headers.compactMap { header in Role.guessed(from: header).map { (role: $0, column: header) } }
        guard !found.isEmpty else { throw .noRoles(columns: headers) }
        self.init(found)
    }

    /// The place of every column in a header, matched as written or, failing that, without case and blanks.
    ///
    /// - Throws: ``LinkageFailure/unknownColumn(name:known:)`` for a column that the header lacks.
    package func places(in header: [String]) throws(LinkageFailure) -> [Int] {
        var places: [Int] = []
        for assignment in assignments {
            let place =
                header.firstIndex(of: assignment.column)
                ?? header.firstIndex { Role.folded($0) == Role.folded(assignment.column) }
            guard let place else { throw .unknownColumn(name: assignment.column, known: header) }
            places.append(place)
        }
        return places
    }
}

private func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
}
