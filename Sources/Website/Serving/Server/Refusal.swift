import HTTPTypes
import Vocabulary

/// Tells a failure to the one who asked: as a page or as a problem of the interface.
struct Refusal: Sendable {
    let stage: Stage
    let call: Call
    let reception: Reception

    func answer(_ error: any Error) async -> Answer {
        let problem = problem(of: error)
        let refusal = error as? RequestRefusal
        var answer: Answer
        switch stage.route?.voice ?? call.voice {
        case .interface: answer = .json(problem.json, status: problem.status, type: "application/problem+json")
        case .page: answer = await page(problem, refusal)
        }
        switch refusal {
        case .methodNotAllowed(let allowed): answer.headers[.allow] = allowed
        case .tooManyRequests(let seconds): answer.headers[.retryAfter] = String(seconds)
        case .signInNeeded where answer.status == 401: answer.headers[.wwwAuthenticate] = "Bearer realm=\"rapporteur\""
        default: answer.endsConnection = isAboutBody(refusal)
        }
        if answer.status == 503 || answer.status == 507 { answer.headers[.retryAfter] = "10" }
        return answer
    }

    /// What is ours is logged with a reference and not shown; what is the reader's is told with what to do.
    private func problem(of error: any Error) -> Problem {
        if let problem = error as? Problem, problem.status < 500 { return problem }
        let coded = error as? any CodedFailure
        if let coded {
            let status = FailureStatus.of(coded)
            // The machine's own trouble: told to the reader with what to do, and to whoever keeps the machine with its place.
            if status == 503 || status == 507 {
                reception.report("\(coded.code) \(stage.route?.pattern ?? "-") \(coded.message)")
            }
            if status < 500 || status == 503 || status == 507 {
                return Problem(coded, pages: reception.pages, language: stage.language)
            }
        }
        let reference = String(UInt32.random(in: .min ... .max), radix: 36).uppercased()
        let unforeseen = RequestRefusal.unforeseen(reference: reference)
        let code = coded?.code ?? (error as? Problem)?.code
        // An error of others may hold anything in its text: its type is enough to find it.
        let what = coded.map(\.description) ?? code ?? String(reflecting: type(of: error))
        reception.report("\(unforeseen.code) \(reference) \(stage.route?.pattern ?? "-") \(what)")
        let words = Problem(unforeseen, pages: reception.pages, language: stage.language)
        return Problem(
            status: coded.map(FailureStatus.of) ?? 500, code: code ?? unforeseen.code, title: words.title,
            detail: words.detail)
    }

    private func page(_ problem: Problem, _ refusal: RequestRefusal?) async -> Answer {
        if refusal == .signInNeeded, call.isReading {
            let after = LocalPath(call.target).map { "?after=\(PercentText.encoded($0.text))" } ?? ""
            return .redirect(to: HousePaths.signIn + after)
        }
        let context = FrameContext(
            language: stage.language, visitor: stage.visitor,
            token: stage.formSecret.map { FormToken.make(from: $0) } ?? "", returnPath: "/")
        let main = reception.pages.templates.render(
            await ProblemPage(problem, reception.pages, stage.language, resending: resending(refusal)),
            with: "problem")
        let frame = WorkbenchFrame(title: problem.title, main: main, width: .narrow)
        var answer = Answer.html(reception.pages.html(frame, for: context), status: problem.status)
        answer.headers[.contentLanguage] = stage.language
        return answer
    }

    /// What a person had written, where it would be lost otherwise: the session ended, the disk is full, or the record
    /// is no longer theirs. Never a password or a code; and never what another site may have put into the form, which
    /// the person would then send for it.
    private func resending(_ refusal: RequestRefusal?) async -> ProblemPage.Resending? {
        guard !call.isReading, refusal != .sentFromElsewhere, let route = stage.route, case .page = route.voice,
            isFromHere, LocalPath(call.target) != nil
        else { return nil }
        var form = stage.form
        switch (route.body, stage.body) {
        case (.form(_, isSecret: true), _), (.none, _), (.json, _), (.raw, _): return nil
        case (.form, .none) where !isAboutBody(refusal):
            // It was refused before its form was read.
            let body = try? await reception.bodies.read(call.body, call.headers, as: route.body)
            if case .form(let fields) = body { form = fields }
        case (.upload(_, let most), .none) where !isAboutBody(refusal):
            // What was written beside files, not the files of somebody whom nobody knows.
            let body = try? await reception.bodies.read(
                call.body, call.headers, as: .upload(limit: 2 * most, fields: most))
            if case .upload(let fields, _) = body { form = fields }
        default: break
        }
        let fields = form.without([FormToken.field]).all
        guard !fields.isEmpty else { return nil }
        let hasFiles = ContentType(call.headers[.contentType] ?? "").name == "multipart/form-data"
        return ProblemPage.Resending(
            action: call.target, fields: fields, hasFiles: hasFiles,
            token: stage.visitor.formSecret.map { FormToken.make(from: $0) },
            needsSignIn: refusal == .signInNeeded)
    }

    /// Whether the body itself was refused: it cannot be read another time.
    private func isAboutBody(_ refusal: RequestRefusal?) -> Bool {
        switch refusal {
        case .bodyTooLarge, .bodyTypeUnknown, .bodyUnreadable, .bodyTooSlow: true
        default: false
        }
    }

    private var isFromHere: Bool {
        guard !FormCheck.cameFromElsewhere(call.headers, host: call.host) else { return false }
        return HTTPField.Name.secFetchSite.flatMap { call.headers[$0] } != nil || call.headers[.origin] != nil
    }
}
