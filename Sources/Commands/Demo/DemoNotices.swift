import Access
import Publication
import Registry
import Vocabulary
import Website

/// What the demo country shows to the public beside figures: its plan as it stands, and a practice; a press release waits for
/// a second person.
struct DemoNotices {
    let demo: DemoCoordination

    func make() throws {
        let registry = demo.registry
        guard let colleague = demo.network.actors(of: 0, .coordinator).last,
            colleague.account != demo.secretariat.actor.account
        else { throw CommandFailure.malformed(file: "demo", detail: "nobody lets out what its coordinator proposes") }
        let languages = try BookLoader(resources: Resources.find()).languages()
        let work = NoticeWork(demo.place, registry, languages: languages)
        let maker = NoticeMaker(registry, demo.secretariat)
        let sources = try registry.noticeSources(demo.secretariat)
        let plan = try registry.plans(demo.secretariat).first { $0.reference == DemoActionPlan.reference }?.record
        for source in sources where source.kind != "plan" || source.record == plan {
            let content = try maker.content(of: source.record, on: nil, publisher: DemoPlan.houses[0].name)
            let notice = try work.propose(
                NoticeProposal(content, about: source.record), demo.secretariat, key: nil)
            guard source.kind != "press-release" else { continue }
            _ = try work.publish(
                notice, check: "Read line by line: it names no person and tells of no case.", Asking(colleague))
        }
    }
}
