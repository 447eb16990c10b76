import Vocabulary

/// Why a command was not carried out: every reason, not the first.
package struct Refusal: Error, Sendable, Hashable {
    package let problems: [Problem]

    package init(_ problems: [Problem]) { self.problems = problems }

    package init(_ problem: Problem) { problems = [problem] }

    package typealias Problem = PlacedProblem<Kind>

    package enum Kind: String, Sendable, CaseIterable {
        /// M101: the book has no mechanism of that name.
        case unknownMechanism = "M101"
        /// M102: the mechanism has no such transition.
        case unknownTransition = "M102"
        /// M103: the record is in a state from which this step may not be taken.
        case wrongState = "M103"
        /// M104: this function may not take this step.
        case wrongFunction = "M104"
        /// M105: the mechanism has no such field.
        case unknownField = "M105"
        /// M106: the value is of another kind than the field.
        case wrongKind = "M106"
        /// M107: the code is not on the field's list, or retired.
        case unknownCode = "M107"
        /// M108: the linked record does not exist or is of another mechanism.
        case brokenLink = "M108"
        /// M109: a field that must be filled is empty.
        case missingField = "M109"
        /// M110: dates contradict one another.
        case dateOrder = "M110"
        /// M111: a reason must be given.
        case missingReason = "M111"
        /// M112: the marked main code is not among the codes.
        case mainNotAmong = "M112"
        /// M113: a record may not point at itself, or both links at the same record.
        case sameRecord = "M113"
        /// M114: a deadline that protects somebody may not be moved forward.
        case shortenedDeadline = "M114"
        /// M115: the person changed the record since; shown side by side, never overwritten.
        case staleVersion = "M115"
        /// M116: the same value stands twice in a list.
        case repeatedValue = "M116"
        /// M117: the consent is not given, or is for another person, receiver or purpose.
        case consentElsewhere = "M117"
        /// M118: the evidence is not accepted, is about something else, or is not of the kind asked for.
        case notBornOut = "M118"
        /// M119: the same person took this step before; it needs another one.
        case samePerson = "M119"
        /// M120: the register has a statement on the same two records already.
        case alreadyStated = "M120"
        /// M121: the step changes a field that it is not for.
        case changesMore = "M121"
        /// M125: an answer is to no question of the questionnaire, or not of the kind that it asks for.
        case answerUnfit = "M125"
        /// M126: a question that must be answered is not.
        case answerMissing = "M126"
        /// M127: what the record belongs to is in a state in which this is not done any more, or not yet.
        case linkedElsewhere = "M127"
        /// M128: a field says something else than the record that it rests on.
        case notAlike = "M128"
        /// M129: a translation is of another text than there is now, or offers other options.
        case otherSource = "M129"
        /// M130: a questionnaire is not wholly translated into a language in which it would go out.
        case notTranslated = "M130"
        /// M131: the options of a question are missing, unreadable, or of a question that has none.
        case optionsUnfit = "M131"
        /// M132: a key is not one, or another record of the same whole has it.
        case keyTaken = "M132"
        /// M135: of some fields exactly one must be filled.
        case notExactlyOne = "M135"
        /// M136: a day must be given where a longer period was.
        case notToTheDay = "M136"
        /// M137: the party is not bound by the treaty that this one hangs on.
        case parentMissing = "M137"
        /// M138: the party consented to the treaty already.
        case alreadyBound = "M138"
        /// M139: the party is not bound by the treaty that it would leave.
        case notBound = "M139"
        /// M145: hours, special days or the zone of a clock are written in a way that nobody can read.
        case hoursUnread = "M145"
        /// M150: the agreement is not in force, or covers something else.
        case agreementElsewhere = "M150"
        /// M151: somebody would judge themselves.
        case amongOthers = "M151"
        /// M152: a day that was set for somebody is not over yet.
        case dayToCome = "M152"
        /// M156: the step is for the post that a field names, and for no other.
        case otherPost = "M156"
        /// M155: a text looks as if it named somebody.
        case seemsToName = "M155"
    }
}
