import Access
import HTTPTypes
import Mechanisms
import Registry
import Vocabulary

extension Workbench {
    var recordRoutes: [Route] {
        [
            route(.get, WorkbenchPaths.anyRecord, to: .read, record),
            route(.get, "\(WorkbenchPaths.anyRecord)/hand-over", to: .write, HandOver.form),
            route(.post, "\(WorkbenchPaths.anyRecord)/hand-over", to: .write, body: .form(), HandOver.carryOut),
        ]
    }

    private func record(_ visit: Visit) throws -> Answer {
        let view = try visit.registry.read(try visit.namedRecord(), visit.asking)
        let mechanism = try visit.registry.mechanism(view.mechanism)
        let entries = try visit.registry.timeline(
            of: view.record, visit.asking, readings: TimelineGroup.mostReadings)
        let offers = visit.mayKnow(view) ? try visit.registry.offers(on: view.record, visit.asking) : []
        let neighbours = try visit.registry.neighbours(of: view, visit.asking)
        let earlier = entries.flatMap { entry -> [RecordID] in
            guard case .changed(_, _, _, let fields, _) = entry.what else { return [] }
            return fields.flatMap { field -> [RecordID] in
                if case .shown(let value) = field.content { value.linked } else { [] }
            }
        }
        let names = try Names(
            in: [view] + neighbours.map(\.view), besides: earlier + [view.owner].compactMap(\.self), visit)
        let sheet = RecordSheet(
            view, of: mechanism, beside: neighbours, timeline: entries, offers: offers, names, visit)
        let marks = try HandlingMarks(
            neighbours.filter { !$0.isFromHere }.map(\.view), in: visit.registry, on: visit.today)
        return visit.page(
            names.name(of: view), "record", sheet, breadcrumb: visit.waySteps(mechanism),
            marking: marks.printed(max(view.marking, names.marking ?? view.marking), showing: [view.record]))
    }
}
