import Access
import Accounts
import Foundation
import HTTPTypes
import Vocabulary

/// What every request goes through before a handler sees it, and what becomes of failures behind it.
struct Reception: Sendable {
    let table: RouteTable
    let desk: any VisitorDesk
    let pages: Pages
    let bodies: BodyReader
    /// One line for the log of what went wrong with us.
    let report: @Sendable (String) -> Void
    let addressLimit: RateLimit
    let sessionLimit: RateLimit

    /// An answer with what the way out needs to know of the question.
    struct Reply: Sendable {
        let answer: Answer
        /// Nil where no route was found.
        let route: Route?
        /// Whether anybody may have the answer: only such answers are kept by browsers, and logged with their path.
        let isForAnybody: Bool
    }

    func reply(to call: Call) async -> Reply {
        var stage = Stage(call, pages)
        do {
            let answer = try await answer(to: call, &stage)
            return Reply(answer: answer, route: stage.route, isForAnybody: stage.isForAnybody)
        } catch {
            let answer = await Refusal(stage: stage, call: call, reception: self).answer(error)
            return Reply(answer: answer, route: stage.route, isForAnybody: false)
        }
    }

    private func answer(to call: Call, _ stage: inout Stage) async throws -> Answer {
        let neighbourhood = NetworkRange.neighbourhood(of: call.client.address)
        if let seconds = addressLimit.wait(for: neighbourhood, at: call.moment) {
            throw RequestRefusal.tooManyRequests(seconds: seconds)
        }
        guard call.namesOneHost else { throw RequestRefusal.hostUnclear }
        let target = try Target(call.target)
        switch table.find(call.method, target.parts) {
        case .nothing: throw RequestRefusal.notFound
        case .otherMethods(let methods):
            let allowed = methods.map(\.rawValue).joined(separator: ", ")
            guard call.method == .options else { throw RequestRefusal.methodNotAllowed(allowed: allowed) }
            return Answer(status: 204, headers: [.allow: allowed])
        case .found(let route, let parameters):
            stage.route = route
            stage.isForAnybody = table.gate.admitsAnybody(route.rule)
            try await admit(call, to: route, &stage)
            let body = try await bodies.read(call.body, call.headers, as: route.body)
            stage.body = body
            try checkForm(call, route, stage)
            return try await answer(call, target, parameters, route, stage)
        }
    }

    /// Looks up who it is, unless anybody may come.
    private func admit(_ call: Call, to route: Route, _ stage: inout Stage) async throws {
        guard !stage.isForAnybody else { return }
        let token = call.bearerToken
        let session = token == nil ? call.cookies.value(of: .session, isSecure: call.client.isSecure) : nil
        if token != nil || session != nil {
            stage.visitor = try await desk.visitor(
                session: session, token: token, from: call.client.address, at: call.moment)
        }
        if case .signedIn(let who) = stage.visitor, let seconds = sessionLimit.wait(for: who.key, at: call.moment) {
            throw RequestRefusal.tooManyRequests(seconds: seconds)
        }
        stage.prepareForms(for: route, call)
        guard route.rule != .arriving else { return }
        guard case .signedIn(let who) = stage.visitor else { throw RequestRefusal.signInNeeded }
        guard table.gate.admits(who.actor, under: route.rule) else {
            throw RequestRefusal.notPermitted(rule: route.rule.description)
        }
        if case .granted(let action, _, _) = route.rule, who.scope?.actions?.contains(action) == false {
            throw AccountRefusal.outsideScope
        }
    }

    /// A bearer token is sent by no browser of itself: with it nobody can be made to send a form unknowingly.
    private func checkForm(_ call: Call, _ route: Route, _ stage: Stage) throws(RequestRefusal) {
        guard !call.isReading else { return }
        if case .signedIn(let who) = stage.visitor, who.formSecret == nil { return }
        guard !stage.isForAnybody else {
            if FormCheck.cameFromElsewhere(call.headers, host: call.host) { throw .sentFromElsewhere }
            return
        }
        var form = stage.form
        if form[FormToken.field] == nil, let token = HTTPField.Name.formToken.flatMap({ call.headers[$0] }) {
            form = Fields([.init(name: FormToken.field, value: token)])
        }
        try FormCheck.check(call.headers, host: call.host, secret: stage.formSecret, form: form)
    }

    private func answer(
        _ call: Call, _ target: Target, _ parameters: [String: String], _ route: Route, _ stage: Stage
    ) async throws -> Answer {
        let exchange = Exchange(
            method: call.method == .head ? .get : call.method, route: route.pattern, path: target.path,
            parameters: parameters, query: target.query, headers: call.headers, cookies: call.cookies,
            body: stage.body, visitor: stage.visitor, language: stage.language, moment: call.moment,
            address: call.client.address, isSecure: call.client.isSecure, pages: pages, formSecret: stage.formSecret)
        var answer = try await route.handler(exchange)
        guard answer.export == nil && answer.headers[.contentDisposition] == nil || answer.export == route.export,
            answer.export != nil || answer.headers[.contentDisposition] == nil
        else { throw WebsiteFailure.exportUnannounced(route: "\(route.methodName) \(route.pattern)") }
        if let cookie = stage.newArrivalCookie { answer.cookies.append(cookie) }
        return answer
    }
}

extension HTTPField.Name {
    /// Where a program that uses a session's cookie puts the token of its forms.
    static let formToken = HTTPField.Name("X-CSRF-Token")
}
