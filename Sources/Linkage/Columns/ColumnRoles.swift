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
            guard let place = ColumnRoles.place(of: assignment.column, in: header) else {
                throw .unknownColumn(name: assignment.column, known: header)
            }
            places.append(place)
        }
        return places
    }

    private static func place(of column: String, in header: [String]) -> Int? {
        header.firstIndex(of: column) ?? header.firstIndex { Role.folded($0) == Role.folded(column) }
    }
}

extension ColumnRoles {
    /// The same roles, in the same order, by the columns of a later file: those that `said` names, or else those of the
    /// same header, or else those whose headers say the role, where there are exactly as many as are sought.
    ///
    /// - Parameter file: Its place among the files, from 1.
    /// - Throws: ``LinkageFailure/otherRoles(role:file:known:)`` where that leaves a doubt.
    func ofLaterFile(_ header: [String], said: ColumnRoles?, file: Int) throws(LinkageFailure) -> ColumnRoles {
        var columns = assignments.map { assignment -> String? in
            guard said == nil else { return nil }
            return ColumnRoles.place(of: assignment.column, in: header).map { header[$0] }
        }
        let taken = Set(columns.compactMap { $0 })
        for role in Role.allCases {
            let places = assignments.indices.filter { assignments[$0].role == role && columns[$0] == nil }
            let guessed =
                places.isEmpty ? [] : header.filter { !taken.contains($0) && Role.guessed(from: $0) == role }
            let found = said?.assignments.filter { $0.role == role }.map(\.column) ?? guessed
            guard found.count == places.count else { throw .otherRoles(role: role, file: file, known: header) }
            for (place, column) in zip(places, found) { columns[place] = column }
        }
        return ColumnRoles(zip(assignments, columns).map { (role: $0.role, column: $1 ?? $0.column) })
    }
}

private func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
}
