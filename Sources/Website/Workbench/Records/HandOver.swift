import Access
import Mechanisms
import Registry
import Vocabulary

/// A case handed to another organisation with everything that belongs to it, as one act: the case changes its owner and
/// its post, and a share gives the receiver what stays with its own owner. All of it is written, or nothing.
struct HandOver: Sendable {
    /// The step by which a record changes its owner, where its mechanism has one.
    static let transition = "hand-over"

    let task: StepTask
    let matter: RecordView
    let share: StepTask
    let input: Fields
    let problems: [StepReading.Problem]
    let commands: [Command]

    static func form(_ visit: Visit) throws -> Answer { try page(HandOver(visit, isSent: false), visit, status: 200) }

    static func carryOut(_ visit: Visit) throws -> Answer {
        do { return try send(HandOver(visit, isSent: true), visit) } catch RegistryRefusal.notFound {
            // Sent twice: the case is no longer ours to see, since this very form handed it over. Where somebody else
            // did, nothing of this was done, and it must not look as if it were.
            guard let key = visit.exchange.form["key"], try visit.registry.hasAnswered(key, visit.asking) else {
                throw RegistryRefusal.notFound
            }
            return .redirect(to: WorkbenchPaths.home)
        }
    }

    private static func send(_ filled: HandOver, _ visit: Visit) throws -> Answer {
        var handOver = filled
        guard handOver.problems.isEmpty else { return try page(handOver, visit, status: 422) }
        do {
            switch try visit.registry.submit(handOver.commands, visit.asking, key: handOver.input["key"]) {
            case .written: return .redirect(to: WorkbenchPaths.home)
            case .conflict(let present, _):
                let problem = StepReading.Problem(field: nil, text: visit.wording["problem.M115"])
                return try page(HandOver(handOver, [problem], seeing: present), visit, status: 409)
            case .refused(let refusal):
                handOver = HandOver(
                    handOver,
                    visit.wording.problems(refusal, handOver.share.mechanism).map {
                        StepReading.Problem(field: $0.field, text: $0.text)
                    })
                return try page(handOver, visit, status: 422)
            }
        } catch let refusal as RegistryRefusal where refusal != .notFound {
            let words = visit.exchange.pages.words(for: refusal, status: 422, in: visit.exchange.language)
            return try page(
                HandOver(handOver, [StepReading.Problem(field: nil, text: words.detail)]), visit, status: 422)
        }
    }

    /// - Parameter present: What others made of the case meanwhile: sent again, the form rests on it.
    private init(_ other: HandOver, _ problems: [StepReading.Problem], seeing present: RecordView? = nil) {
        (task, matter, share, commands) = (other.task, present ?? other.matter, other.share, other.commands)
        var fields = other.input
        if let present {
            fields = Fields(fields.without(["version"]).all + [.init(name: "version", value: String(present.version))])
        }
        input = fields
        self.problems = problems
    }

    init(_ visit: Visit, isSent: Bool) throws {
        task = try StepTask(on: visit.namedRecord(), HandOver.transition, visit)
        guard let view = task.present, let owner = task.mechanism.owner else { throw RequestRefusal.notFound }
        matter = view
        share = try StepTask(opening: visit.registry.mechanism("share"), "offer", visit)
        var fields = isSent ? visit.exchange.form : Fields()
        if !isSent {
            var random = SystemRandomNumberGenerator()
            fields = Fields([
                .init(name: "key", value: RecordID(at: visit.exchange.moment, using: &random).description),
                .init(name: "version", value: String(view.version)),
                .init(name: StepInput.name(of: "packet"), value: "victim-data"),
                .init(name: StepInput.name(of: "purpose"), value: "protection"),
                .init(name: StepInput.name(of: "marking"), value: "restricted"),
            ])
        }
        input = fields
        var problems: [StepReading.Problem] = []
        commands = isSent ? HandOver.commands(fields, view, owner, task, share, &problems, visit) : []
        self.problems = problems
    }

    private static func commands(
        _ form: Fields, _ view: RecordView, _ owner: String, _ task: StepTask, _ share: StepTask,
        _ problems: inout [StepReading.Problem], _ visit: Visit
    ) -> [Command] {
        let receiver = HandOverReceiver(form["receiver"] ?? "", visit)
        if receiver == nil { problems.append(.init(field: "receiver", text: visit.wording["problem.M109"])) }
        let reason = form["reason"] ?? ""
        if reason.allSatisfy(\.isWhitespace) {
            problems.append(.init(field: "reason", text: visit.wording["problem.M111"]))
        }
        var input = StepInput(form)
        let along = form.values(of: StepInput.name(of: "records"))
        input.set("effective", [visit.today.description])
        if let receiver { input.set(StepInput.name(of: "receiver"), [receiver.organisation.description]) }
        let reading = StepReading(input, for: share, visit.wording)
        if !along.isEmpty { problems += reading.problems }
        guard problems.isEmpty, let receiver, let key = input.key else { return [] }
        var changes: [String: FieldValue] = [owner: .link(receiver.organisation)]
        if let post = receiver.post, let field = HandOver.postField(task.mechanism) { changes[field] = .link(post) }
        let handed = Command(
            mechanism: task.mechanism.name, record: view.record, transition: HandOver.transition,
            expectedVersion: input.version, changes: changes, effective: .day(visit.today), reason: reason)
        if along.isEmpty { return [handed] }
        // The share first: it is judged by the rights that the giver still has.
        let shared = Command(
            mechanism: share.mechanism.name, record: key, transition: share.transition.name,
            changes: reading.changes, effective: .day(visit.today))
        return [shared, handed]
    }

    /// The link field by which a post answers for the record.
    static func postField(_ mechanism: Mechanism) -> String? {
        mechanism.standings.lazy.compactMap { standing in
            if case .post(let field) = standing.holder, standing.rests == .on(.own) { field } else { nil }
        }.first
    }

    private static func page(_ handOver: HandOver, _ visit: Visit, status: Int) throws -> Answer {
        let names = try Names(in: [handOver.matter], visit)
        return visit.page(
            visit.wording["hand-over.title"], "hand-over", try HandOverPage(handOver, visit),
            breadcrumb: visit.waySteps(handOver.task.mechanism) + [
                .init(text: names.name(of: handOver.matter), href: WorkbenchPaths.record(handOver.matter.record))
            ], marking: handOver.matter.marking, width: .narrow, status: status)
    }
}

/// To whom a case goes: a post of an organisation, or the organisation alone.
struct HandOverReceiver: Sendable {
    let organisation: RecordID
    let post: RecordID?

    /// - Parameter text: The id of a post or of an organisation that is at work; nil for any other.
    init?(_ text: String, _ visit: Visit) {
        let directory = visit.registry.directory
        guard let record = RecordID(text) else { return nil }
        if let post = directory.posts[record], post.isOpen {
            (organisation, self.post) = (post.organisation, record)
        } else if let house = directory.organisations[record], house.isActive {
            (organisation, post) = (record, nil)
        } else {
            return nil
        }
    }
}
