import ApusAPIModel
import ApusDiagnostics
import ApusYAMLSource

// Separate types for sent values.
extension API {
    /// Removes the members of the other direction from types with one direction, and adds a second, sent form for a
    /// type that has both directions and differs between them.
    ///
    /// The type with the name of the schema is the received one, because programs use it most.
    mutating func separateDirections(
        _ members: DirectionalMembers, _ requestNames: inout [TypeID: Node], _ context: inout PassContext
    ) {
        let differing = differing(members)
        guard !differing.isEmpty else { return }
        let unreached = unreachedButMentioned(context.index)
        var request = DirectionFilter(members: members, direction: .request)
        let response = DirectionFilter(members: members, direction: .response)
        for declaration in self.types
        where differing.contains(declaration.id) && declaration.direction == [.request, .response] {
            request.sentForms[declaration.id] = context.declarations.unusedID(near: declaration.id.name + "@request")
        }
        var types: [TypeDeclaration] = []
        types.reserveCapacity(self.types.count + request.sentForms.count)
        for declaration in self.types {
            guard differing.contains(declaration.id) else {
                types.append(declaration)
                continue
            }
            if let id = request.sentForms[declaration.id] {
                types.append(received(declaration, as: response.form(of: declaration), sentForm: id))
                let name = requestNames.removeValue(forKey: declaration.id)?.text
                types.append(sent(declaration, as: request.form(of: declaration), id: id, name: name))
            } else if declaration.direction == .request {
                types.append(request.form(of: declaration))
            } else if declaration.direction == .response {
                types.append(response.form(of: declaration))
            } else {
                types.append(declaration)
            }
        }
        self.types = types
        for index in operations.indices { operations[index].separate(request: request, response: response) }
        for index in webhooks.indices { response.separate(&webhooks[index].contents) }
        context.index = TypeIndex(self.types)
        if !context.includesUnreachableSchemas, !unreached.isEmpty {
            leaveOutUnmentioned(unreached, context.index)
            context.index = TypeIndex(self.types)
        }
    }

    private func received(_ original: TypeDeclaration, as form: TypeDeclaration, sentForm: TypeID) -> TypeDeclaration {
        var form = form
        form.direction = .response
        form.otherForm = sentForm
        return form
    }

    private func sent(
        _ original: TypeDeclaration, as form: TypeDeclaration, id: TypeID, name: String?
    ) -> TypeDeclaration {
        var form = form
        form.id = id
        form.nameHints.append("request")
        form.direction = .request
        form.otherForm = original.id
        form.explicitName = name
        return form
    }

    /// The types that differ between the directions, by themselves or through a type that they name.
    private func differing(_ members: DirectionalMembers) -> Set<TypeID> {
        var result: Set<TypeID> = []
        var users: [TypeID: [TypeID]] = [:]
        var pending: [TypeID] = []
        for declaration in types where !declaration.isExternal {
            for id in declaration.mentions { users[id, default: []].append(declaration.id) }
            if members.differsByItself(declaration) { pending.append(declaration.id) }
        }
        while let id = pending.popLast() {
            guard result.insert(id).inserted else { continue }
            pending += users[id] ?? []
        }
        return result
    }

    // MARK: Unreachable types

    /// The types that only members of the other direction refer to.
    private func unreachedButMentioned(_ index: TypeIndex) -> Set<TypeID> {
        let declarations = TypeTable(types, index)
        var reached: Set<TypeID> = []
        var pending = mentionedByRequests + mentionedByResponses
        while let id = pending.popLast() {
            guard let declaration = declarations[id], reached.insert(id).inserted else { continue }
            pending += declaration.mentions
        }
        return reached.filter { declarations[$0]?.direction.isEmpty == true }
    }

    private mutating func leaveOutUnmentioned(_ candidates: Set<TypeID>, _ index: TypeIndex) {
        let declarations = TypeTable(types, index)
        var needed: Set<TypeID> = []
        var pending = types.map(\.id).filter { !candidates.contains($0) }
        while let id = pending.popLast() {
            guard let declaration = declarations[id], needed.insert(id).inserted else { continue }
            pending += declaration.mentions
        }
        types.removeAll { !needed.contains($0.id) }
    }
}

extension Diagnostics {
    /// Reports names for sent forms of types that have no sent form.
    mutating func reportUnusedRequestNames(_ names: [TypeID: Node]) {
        for node in names.values.sorted(by: { ($0.file.path, $0.offset) < ($1.file.path, $1.offset) }) {
            warning(
                .unusedRequestName, "`x-apus-request-name` has no effect: the same type is sent and received",
                at: node.place, help: "use `x-apus-name`, or remove it")
        }
    }
}

extension Operation {
    fileprivate mutating func separate(request: DirectionFilter, response: DirectionFilter) {
        for index in parameters.indices {
            parameters[index].encodings = request.form(of: parameters[index].encodings, of: parameters[index].type)
            parameters[index].type = request.form(of: parameters[index].type)
        }
        if var body = requestBody {
            request.separate(&body.contents)
            requestBody = body
        }
        for index in responses.indices {
            for header in responses[index].headers.indices {
                responses[index].headers[header].type = response.form(of: responses[index].headers[header].type)
            }
            response.separate(&responses[index].contents)
        }
    }
}

extension DirectionFilter {
    fileprivate func separate(_ contents: inout [Content]) {
        for index in contents.indices {
            switch contents[index].coding {
            case .json(let use): contents[index].coding = .json(form(of: use))
            case .form(let use, let encodings):
                contents[index].coding = .form(form(of: use), form(of: encodings, of: use))
            case .multipart(let use, let encodings):
                contents[index].coding = .multipart(
                    use.map { form(of: $0) }, use.map { form(of: encodings, of: $0) } ?? encodings)
            case .events(let use, let reading, let end):
                contents[index].coding = .events(form(of: use), reading, end: end)
            case .elements(let use, let framing): contents[index].coding = .elements(form(of: use), framing)
            case .text(let use): contents[index].coding = .text(form(of: use))
            case .bytes: continue
            }
        }
    }

    fileprivate func form(of encodings: [PropertyEncoding], of use: TypeUse) -> [PropertyEncoding] {
        let lost = members.lost(by: use.type, in: direction)
        return encodings.filter { !lost.contains(Spelling($0.property)) }
    }
}
