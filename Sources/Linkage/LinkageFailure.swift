import Vocabulary

/// Why records cannot be compared or joined: codes Q101–Q199 for what was asked, Q201–Q299 for blind encodings.
package enum LinkageFailure: CodedFailure, Equatable {
    /// Q101: a rule, threshold or column that the description names is not there.
    case unknownColumn(name: String, known: [String])
    /// Q102: roles that are not `role=column,role=column`.
    case unreadableRoles(text: String)
    /// Q103: a role that does not exist.
    case unknownRole(name: String)
    /// Q104: no role was given and no header is understood.
    case noRoles(columns: [String])
    /// Q105: more fields than one comparison holds.
    case tooManyFields(count: Int, most: Int)
    /// Q106: fewer than two records, or no pair of records that may be compared.
    case nothingToCompare(records: Int)
    /// Q107: no field has values in enough records.
    case emptyFields(names: [String])
    /// Q108: a person that cannot be joined: it is not there, or it would be joined with itself.
    case notJoinable(id: String)
    /// Q109: a join that does not stand.
    case noSuchJoin(number: Int)
    /// Q110: a degree of agreement that a field does not have.
    case unknownLevel(name: String, known: [String])
    /// Q111: a later file whose columns have other roles than the first, as far as anybody can say.
    case otherRoles(role: Role, file: Int, known: [String])
    /// Q201: a linkage schema that does not say what it must.
    case unreadableSchema(reason: String)
    /// Q202: a linkage schema that asks for what this encoder does not do.
    case unsupportedSchema(what: String)
    /// Q203: a value that the schema's format does not allow; the value itself is not told.
    case unfitValue(row: Int, feature: String, reason: String)
    /// Q204: a run for which somebody did not say on what it rests.
    case termMissing(name: String)
    /// Q205: a key that is damaged, of another kind, or for somebody else.
    case unusableKey(reason: String)
    /// Q206: a packet that was cut or changed, or is none.
    case damagedPacket(reason: String)
    /// Q207: packets, or a packet and a key, that were not made for one another.
    case notComparable(reason: String)
    /// Q208: roles of which no two make a key.
    case tooFewFields(roles: [String])
    /// Q209: filters of which so many are alike that they tell nobody from another.
    case tooManyAlike(pairs: Int)

    package var code: String {
        switch self {
        case .unknownColumn: "Q101"
        case .unreadableRoles: "Q102"
        case .unknownRole: "Q103"
        case .noRoles: "Q104"
        case .tooManyFields: "Q105"
        case .nothingToCompare: "Q106"
        case .emptyFields: "Q107"
        case .notJoinable: "Q108"
        case .noSuchJoin: "Q109"
        case .unknownLevel: "Q110"
        case .otherRoles: "Q111"
        case .unreadableSchema: "Q201"
        case .unsupportedSchema: "Q202"
        case .unfitValue: "Q203"
        case .termMissing: "Q204"
        case .unusableKey: "Q205"
        case .damagedPacket: "Q206"
        case .notComparable: "Q207"
        case .tooFewFields: "Q208"
        case .tooManyAlike: "Q209"
        }
    }

    package var message: String {
        switch self {
        case .unknownColumn(let name, let known):
            "There is no column “\(name)”. There are: \(known.joined(separator: ", "))."
        case .unreadableRoles(let text):
            "“\(text)” is not role=column. Write for instance given=first_name,family=surname,birth=date_of_birth."
        case .unknownRole(let name):
            "There is no role “\(name)”. There are: \(Role.allCases.map(\.rawValue).joined(separator: ", "))."
        case .noRoles(let columns):
            "No column of \(columns.joined(separator: ", ")) has a name that says what it holds. Say it with --roles."
        case .tooManyFields(let count, let most):
            "\(count) fields were given; \(most) are the most. Leave out those that say least of a person."
        case .nothingToCompare(let records):
            "\(records) records give no pair to compare. Give a file with two records or more, or two files."
        case .emptyFields(let names):
            "No record has a value in \(names.joined(separator: ", ")). Check the roles and the file."
        case .notJoinable(let id):
            "“\(id)” cannot be joined: it is not there, was joined already, or is the same person. Look it up again."
        case .noSuchJoin(let number):
            "Join \(number) does not stand: it was never made, or was undone. Look at the history of the person."
        case .unknownLevel(let name, let known):
            "There is no level “\(name)” for this field. There are: \(known.joined(separator: ", "))."
        case .otherRoles(let role, let file, let known):
            "It is not sure which columns of file \(file) are “\(role.rawValue)”. It has: \(known.joined(separator: ", ")). "
                + "Give --roles once for each file, with the same roles each time."
        case .unreadableSchema(let reason):
            "The linkage schema cannot be used: \(reason). Compare it with clkhash's schema of version 3."
        case .unsupportedSchema(let what):
            "The linkage schema asks for \(what). That is not supported here; agree on another with your partner."
        case .unfitValue(let row, let feature, let reason):
            "Row \(row), feature “\(feature)”: \(reason). Correct the value, or name it a missing value in the schema."
        case .termMissing(let name):
            "The run does not say its \(name). Give it with --\(name): nothing is encoded without."
        case .unusableKey(let reason): "The key cannot be used: \(reason). Ask whoever gave it to you."
        case .damagedPacket(let reason): "The packet cannot be used: \(reason). Ask the agency to send it again."
        case .notComparable(let reason): "This cannot be compared: \(reason)."
        case .tooManyAlike(let pairs):
            "More than \(pairs) pairs of filters are alike: they do not tell persons apart. Raise --threshold, or encode "
                + "fields that differ from person to person."
        case .tooFewFields(let roles):
            "Keys are made of two of given, family, birth, document, phone, other, address and postcode; there is "
                + (roles.isEmpty ? "none" : "only \(roles.joined(separator: ", "))") + ". Name more columns."
        }
    }
}
