package import Access
import Vocabulary

/// R101–R199: why the registry does not do what was asked.
package enum RegistryRefusal: CodedFailure, Hashable {
    /// R101: there is no such record, or none that this actor may know of; which of the two is never said.
    case notFound
    /// R102: the actor knows the record and may not do this with it.
    case notForYou(action: Action, rule: String)
    /// R103: fields that lie above what the actor may write; naming them betrays nothing, the book is public.
    case beyondCeiling(fields: [String])
    /// R104: a new record, or its owner, would belong to another organisation.
    case otherOrganisation(field: String)
    /// R105: a filter or a column that this mechanism's lists do not have, or not for this actor.
    case unknownFilter(name: String, known: [String])
    /// R106: the book has no such mechanism.
    case unknownMechanism(name: String)
    /// R107: the same idempotency key came with another request.
    case keyReused
    /// R108: the account acts through no post at this moment.
    case noMandate
    /// R109: a page cursor that this list did not give.
    case unknownCursor
    /// R110: an erasure that a legal hold stops.
    case held(records: Int)
    /// R111: groups that an import held for new and the ledger did not write, since another process changed it meanwhile.
    case lostRace(groups: Int)
    /// R112: the function does such things with no record of this kind; said before any record is looked for.
    case notForFunction(function: FunctionKind, action: Action, mechanism: String)
    /// R113: the value of a filter is spelled in a way that its field has no value of.
    case unreadableFilter(name: String)
    /// R114: something that cannot be undone, without a reason.
    case reasonMissing
    /// R121: a post that reaches names, or gives posts, is proposed by one and confirmed by another.
    case secondPersonNeeded
    /// R122: whoever proposed a mandate, or is to hold it, does not confirm it.
    case ownProposal
    /// R123: a post that somebody holds keeps its kind and its organisation.
    case postIsHeld
    /// R124: others changed what the decision rests on, each time that it was made anew.
    case overtaken
    /// R125: the mandate under which an import runs ended before the import did.
    case mandateEnded
    /// R131: the index of those who are known is being made; said whatever is in it.
    case indexNotReady
    /// R132: two persons who were shown as alike are so no longer: one of the records changed.
    case notAlike
    /// R136: a link to a response is not there, over, taken back, or comes with another secret; which, is never said.
    case linkNotGood

    package var code: String {
        switch self {
        case .notFound: "R101"
        case .notForYou: "R102"
        case .beyondCeiling: "R103"
        case .otherOrganisation: "R104"
        case .unknownFilter: "R105"
        case .unknownMechanism: "R106"
        case .keyReused: "R107"
        case .noMandate: "R108"
        case .unknownCursor: "R109"
        case .held: "R110"
        case .lostRace: "R111"
        case .unreadableFilter: "R113"
        case .notForFunction: "R112"
        case .reasonMissing: "R114"
        case .secondPersonNeeded: "R121"
        case .ownProposal: "R122"
        case .postIsHeld: "R123"
        case .overtaken: "R124"
        case .mandateEnded: "R125"
        case .indexNotReady: "R131"
        case .notAlike: "R132"
        case .linkNotGood: "R136"
        }
    }

    package var message: String {
        switch self {
        case .notFound:
            "There is no such record, or it is not yours to see. Check the address; if somebody is in danger, the "
                + "emergency access opens a record for three hours."
        case .notForYou(let action, _):
            "Your post may see this record and not do this with it (\(action.rawValue)). Ask the organisation that owns it."
        case .beyondCeiling(let fields):
            "Your post may not fill: \(fields.joined(separator: ", ")). Leave these fields out."
        case .otherOrganisation(let field):
            "“\(field)” must name your own organisation. Share the record, or hand it over, instead."
        case .unknownFilter(let name, let known):
            "This list has no filter “\(name)”. There are: \(known.joined(separator: ", "))."
        case .unknownMechanism(let name):
            "The book has no mechanism “\(name)”. Its list is at the start page."
        case .keyReused:
            "This idempotency key came before with another request. Make a new key for a new request."
        case .noMandate:
            "Your account holds no post today. Ask the one who keeps the posts of your organisation."
        case .unknownCursor: "This page cursor is not from this list. Begin again without it."
        case .held(let records):
            "A legal hold stops this erasure (\(records) in force). Release it first, or wait for its review."
        case .notForFunction(let function, let action, let mechanism):
            "The function “\(function.rawValue)” may not \(action.rawValue) records of “\(mechanism)”. "
                + "Ask the data-protection officer which function may."
        case .unreadableFilter(let name):
            "The filter “\(name)” has no such value. Dates are written 2026-11-22, 2026-11, 2026-Q4 or 2026; records by id."
        case .reasonMissing: "This cannot be undone: say why. The reason is kept for ever, so name nobody in it."
        case .secondPersonNeeded:
            "This post reaches what names persons, or gives posts. Propose the mandate; somebody else who keeps posts "
                + "confirms it. A mandate that would give more is a new one."
        case .ownProposal:
            "You proposed this mandate, or it is for you. Somebody else who keeps posts confirms it."
        case .postIsHeld:
            "Somebody holds this post, or is to. End those mandates first, or open another post."
        case .overtaken:
            "Others are changing what this rests on at this moment. Nothing was written. Look again, and try once more."
        case .mandateEnded:
            "The mandate under which this import ran has ended. What was written before stays. Somebody who holds a post "
                + "sends the same file again: what is in it already is passed over."
        case .indexNotReady:
            "The index of the persons in your sight is being made. Nothing was proposed. Try again in a minute."
        case .notAlike:
            "The two records are no longer alike: one of them changed. Nothing was proposed. Look again."
        case .linkNotGood:
            "This link does not lead to a questionnaire (any more). Ask those who sent it for a new one."
        case .lostRace(let groups):
            "\(groups) groups of records were not written, since the register changed meanwhile. Import the file again: "
                + "what is in it already is passed over."
        }
    }
}
