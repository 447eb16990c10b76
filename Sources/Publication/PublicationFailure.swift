import Vocabulary

/// Why something is not published, not read back or not said.
package enum PublicationFailure: CodedFailure, Equatable {
    /// P101: the language file cannot be read as nested YAML of texts.
    case languageUnreadable(language: String, reason: String)
    /// P102: the list of index entries cannot be read, or an entry lacks a field.
    case indexUnreadable(reason: String)
    /// P103: the index is longer than a page: the limit is what makes it an index.
    case indexTooLong(entries: Int)
    /// P104: a release would hold two tables of one name.
    case tableTwice(name: String)
    /// P105: a release without a table.
    case releaseEmpty
    /// P106: a table's name cannot be part of a file name and an address.
    case nameUnfit(name: String)
    /// P107: `site.yaml` cannot be read, or says something that it has no field for.
    case imprintUnreadable(reason: String)
    /// P201: a file that the manifest names is not there.
    case fileMissing(archive: String, file: String)
    /// P202: a file is not the one that was released: its SHA-256 differs from the manifest's.
    case fileChanged(archive: String, file: String)
    /// P203: the manifest cannot be read.
    case manifestUnreadable(archive: String, reason: String)
    /// P204: releases do not follow one another: a number is missing or a predecessor's hash differs.
    case chainBroken(number: Int)
    /// P205: a manifest says of a table something else than the frozen table.
    case tableDiffers(release: String, table: String)
    /// P206: the content of a notice cannot be read.
    case noticeUnreadable(notice: String, reason: String)
    /// P207: notices do not follow one another: a number is missing or a predecessor's hash differs.
    case noticesBroken(number: Int)
    /// P301: the outlines of the countries cannot be read as GeoJSON.
    case outlinesUnreadable(reason: String)
    /// P401: a form to be filled is not as it should be; each problem says its row.
    case requestUnreadable(problems: [String])
    /// P402: a submission that was kept is not the file that was handed in.
    case submissionUnreadable(file: String)

    package var code: String {
        switch self {
        case .languageUnreadable: "P101"
        case .indexUnreadable: "P102"
        case .indexTooLong: "P103"
        case .tableTwice: "P104"
        case .releaseEmpty: "P105"
        case .nameUnfit: "P106"
        case .imprintUnreadable: "P107"
        case .fileMissing: "P201"
        case .fileChanged: "P202"
        case .manifestUnreadable: "P203"
        case .chainBroken: "P204"
        case .tableDiffers: "P205"
        case .noticeUnreadable: "P206"
        case .noticesBroken: "P207"
        case .outlinesUnreadable: "P301"
        case .requestUnreadable: "P401"
        case .submissionUnreadable: "P402"
        }
    }

    package var message: String {
        switch self {
        case .languageUnreadable(let language, let reason):
            "The language file \(language) cannot be read: \(reason). Correct its YAML."
        case .indexUnreadable(let reason): "The list of index entries cannot be read: \(reason). Correct the file."
        case .indexTooLong(let entries):
            "The index has \(entries) entries; at most \(IndexEntry.limit) fit on its page. Take some out."
        case .tableTwice(let name): "The table \(name) is twice in one release. Release each table once."
        case .releaseEmpty: "A release needs at least one table."
        case .nameUnfit(let name):
            "The table name \"\(name)\" cannot stand in an address. Use lower-case letters, digits and hyphens."
        case .imprintUnreadable(let reason): "The file site.yaml cannot be read: \(reason). Correct it."
        case .fileMissing(let archive, let file):
            "The file \(file) of \(archive) is missing. Bring it back from a copy of the archive."
        case .fileChanged(let archive, let file):
            "The file \(file) of \(archive) is not the one that was published. Bring it back from a copy."
        case .manifestUnreadable(let archive, let reason):
            "The manifest of \(archive) cannot be read: \(reason). Bring it back from a copy of the archive."
        case .chainBroken(let number):
            "Release \(number) does not follow the release before it. Bring the archive back from a copy."
        case .tableDiffers(let release, let table):
            "The manifest of release \(release) and its table \(table) disagree. Bring the archive back from a copy."
        case .noticeUnreadable(let notice, let reason):
            "The content of \(notice) cannot be read: \(reason). Bring it back from a copy of the archive."
        case .noticesBroken(let number):
            "Notice \(number) does not follow the notice before it. Bring the archive back from a copy."
        case .outlinesUnreadable(let reason):
            "The outlines of the countries cannot be read: \(reason). Put back the file that came with the program."
        case .requestUnreadable(let problems):
            "The form cannot be filled: \(problems.joined(separator: "; ")). Correct it and try again."
        case .submissionUnreadable(let file):
            "The submission \(file) is not the file that was handed in. Bring it back from a copy."
        }
    }
}
