package import Access
import Mechanisms
package import Vocabulary

/// L100–L199: what the ledger refuses.
package enum LedgerFailure: CodedFailure, Hashable {
    /// L101: the grant is for another action.
    case otherGrant(given: Action, needed: Action)
    /// L102: a field is to be sealed and the event names no person whose key would seal it.
    case identityWithoutPerson(mechanism: String, field: String)
    /// L103: a value that is already sealed cannot be written again.
    case alreadySealed(mechanism: String, field: String)
    /// L104: the person was erased; nothing more can be sealed for them.
    case personErased(person: RecordID)
    /// L105: the master key is not the one that wrapped these keys.
    case wrongMasterKey
    /// L106: an event that this program did not write, or that was damaged since.
    case unreadableEvent(sequence: Int64)
    /// L107: opened without keys, or for reading only.
    case closedFor(action: Action)
    /// L108: key vault and ledger are of different registers.
    case vaultOfAnotherRegister
    /// L109: the key file is not one.
    case malformedMasterKey
    /// L110: a person's key is damaged.
    case damagedKey(person: RecordID)
    /// L111: a sealed field does not open under its person's key.
    case damagedSeal(record: RecordID, field: String)
    /// L112: there is no such record.
    case noSuchRecord(record: RecordID)
    /// L113: an erased person's key is still found in the vault's files.
    case remainsFound(person: RecordID)
    /// L114: the backup is incomplete or was changed.
    case brokenBackup(reason: String)
    /// L115: there is a ledger already where a backup is to be restored.
    case wouldReplace(folder: String)
    /// L116: the register's own description is incomplete.
    case damagedRegister(name: String)
    /// L117: an event changes a record again before its first version, or names no version.
    case impossibleVersion(mechanism: String, version: Int)
    /// L118: the derived tables were made for another form of a mechanism.
    case otherBook(mechanism: String)
    /// L119: a list was asked to filter by a field that lists do not filter by.
    case notListed(mechanism: String, field: String)
    /// L120: leave was given for another record.
    case grantForAnother(record: RecordID)
    /// L121: the same key came before with another request.
    case keyReused
    /// L122: a legal hold stops the erasure.
    case onHold(person: RecordID, holds: Int)
    /// L123: the file is in quarantine, infected or withdrawn.
    case notClean(document: RecordID, state: String)
    /// L124: the bytes of the file are not there, or not those whose hash the record has.
    case damagedAttachment(document: RecordID)

    /// As the cases above say it.
    package var code: String {
        switch self {
        case .otherGrant: "L101"
        case .identityWithoutPerson: "L102"
        case .alreadySealed: "L103"
        case .personErased: "L104"
        case .wrongMasterKey: "L105"
        case .unreadableEvent: "L106"
        case .closedFor: "L107"
        case .vaultOfAnotherRegister: "L108"
        case .malformedMasterKey: "L109"
        case .damagedKey: "L110"
        case .damagedSeal: "L111"
        case .noSuchRecord: "L112"
        case .remainsFound: "L113"
        case .brokenBackup: "L114"
        case .wouldReplace: "L115"
        case .damagedRegister: "L116"
        case .impossibleVersion: "L117"
        case .otherBook: "L118"
        case .notListed: "L119"
        case .grantForAnother: "L120"
        case .keyReused: "L121"
        case .onHold: "L122"
        case .notClean: "L123"
        case .damagedAttachment: "L124"
        }
    }

    /// Ids and field names are shown, values never.
    package var message: String {
        switch self {
        case .otherGrant(let given, let needed):
            "Leave was given to \(given.rawValue); this needs leave to \(needed.rawValue). Ask the policy for it."
        case .identityWithoutPerson(let mechanism, let field):
            "“\(field)” of “\(mechanism)” is an identity, and the event does not say whose. "
                + "Link the record to a person first."
        case .alreadySealed(let mechanism, let field):
            "“\(field)” of “\(mechanism)” is still sealed and cannot be written again. Open the record first."
        case .personErased(let person):
            "Person \(person) was erased; nothing more can be written about who they are. Open a new record."
        case .wrongMasterKey:
            "The master key is not the one of this ledger. Nothing was changed. Put the right key file in its place; "
                + "docs/handbook/keys.md says where copies of it should lie."
        case .unreadableEvent(let sequence):
            "Event \(sequence) cannot be read. Run `rapporteur ledger verify`, and restore the last backup."
        case .closedFor(let action):
            "The ledger was opened in a way that does not allow to \(action.rawValue). "
                + "Open it for writing, with its keys."
        case .vaultOfAnotherRegister:
            "`vault.sqlite` and `ledger.sqlite` belong to different registers. Nothing was changed. "
                + "Bring together the files of one register."
        case .malformedMasterKey:
            "The key file does not hold a master key. Nothing was changed. Put a copy of the right one in its place."
        case .damagedKey(let person):
            "The key of person \(person) is damaged. Restore the key vault from its copy; see docs/handbook/keys.md."
        case .damagedSeal(let record, let field):
            "“\(field)” of record \(record) does not open. Run `rapporteur ledger verify`."
        case .noSuchRecord(let record):
            "There is no record \(record). Check the id."
        case .remainsFound(let person):
            "The key of person \(person) was deleted, but its bytes are still in the vault's files. "
                + "Close other programs that read this folder and erase again."
        case .brokenBackup(let reason):
            "The backup cannot be restored: \(reason). Nothing was changed. Use another backup."
        case .wouldReplace(let folder):
            "“\(folder)” already holds a ledger. Nothing was changed. Name a new folder, or say that it may be replaced."
        case .damagedRegister(let name):
            "The database does not say its “\(name)”. Restore the last backup."
        case .impossibleVersion(let mechanism, let version):
            "An event of “\(mechanism)” claims to make version \(version) of a record. The first version is 1."
        case .otherBook(let mechanism):
            "The derived tables were made for another form of “\(mechanism)”. Nothing was changed. "
                + "Run `rapporteur ledger rebuild`: it keeps every event and makes the tables again."
        case .notListed(let mechanism, let field):
            "Lists of “\(mechanism)” do not filter by “\(field)”. Filter by a field that the list shows."
        case .grantForAnother(let record):
            "Leave was not given for record \(record). Ask the policy for this very record."
        case .keyReused:
            "This key came before with another request. Nothing was changed. Make a new key for a new request."
        case .onHold(let person, let holds):
            "A legal hold stops the erasure of person \(person) (\(holds) in force). Nothing was changed. "
                + "Release it first, or wait for its review."
        case .notClean(let document, let state):
            "The file of document \(document) is “\(state)” and is not handed out. Have it scanned, or ask for it again."
        case .damagedAttachment(let document):
            "The file of document \(document) is missing or damaged. Attach it again, or restore the last backup."
        }
    }
}
