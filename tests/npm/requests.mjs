// SPDX-License-Identifier: GPL-3.0-or-later
// requests.mjs URL TOKEN [RUNS]: sends requests that fast-check makes of the description of the API, right and wrong ones.
// Fails, and prints the shortest request that does it, if one is answered by 5xx or breaks the connection.
import fc from "fast-check";

const [url, token, runs = "300"] = process.argv.slice(2);
const description = await (await fetch(`${url}/api/v1/openapi.json`)).json();

/** What a $ref stands for. */
function resolved(schema) {
    if (!schema?.$ref) return schema ?? {};
    return schema.$ref.slice(2).split("/").reduce((at, name) => at[name], description);
}

const anything = fc.oneof(fc.string({ maxLength: 20 }), fc.integer(), fc.double(), fc.boolean(), fc.constant(null),
                          fc.constant([]), fc.constant({}), fc.constant("\u0000"), fc.string({ minLength: 500, maxLength: 3000 }));

/** Mostly what the schema says, now and then something else. */
function valueOf(schema, depth = 0) {
    return fc.oneof({ arbitrary: fittingTo(resolved(schema), depth), weight: 9 }, { arbitrary: anything, weight: 1 });
}

function fittingTo(schema, depth) {
    if (depth > 5) return fc.constant(null);
    if (schema.enum) return fc.constantFrom(...schema.enum);
    if (schema.const !== undefined) return fc.constant(schema.const);
    const choices = schema.oneOf ?? schema.anyOf;
    if (choices) return fc.oneof(...choices.map((one) => fittingTo(resolved(one), depth + 1)));
    if (schema.allOf) return fittingTo(Object.assign({}, ...schema.allOf.map(resolved)), depth + 1);
    const types = [schema.type ?? "object"].flat();
    return fc.oneof(...types.map((type) => ofType(type, schema, depth)));
}

function ofType(type, schema, depth) {
    switch (type) {
    case "integer": return fc.oneof(fc.integer({ min: schema.minimum ?? -5, max: schema.maximum ?? 50 }), fc.maxSafeInteger());
    case "number": return fc.double();
    case "boolean": return fc.boolean();
    case "null": return fc.constant(null);
    case "array": return fc.array(valueOf(schema.items, depth + 1), { maxLength: 4 });
    case "object": {
        const fields = Object.entries(schema.properties ?? {}).map(([name, of]) => [name, valueOf(of, depth + 1)]);
        return fc.record(Object.fromEntries(fields), { requiredKeys: [] });
    }
    default: return text(schema);
    }
}

function text(schema) {
    const day = fc.date({ min: new Date("1900-01-01"), max: new Date("2199-12-31"), noInvalidDate: true });
    if (schema.format === "date") return day.map((at) => at.toISOString().slice(0, 10));
    if (schema.format === "date-time") return day.map((at) => at.toISOString());
    return fc.string({ minLength: schema.minLength ?? 0, maxLength: Math.min(schema.maxLength ?? 30, 60), unit: "grapheme" });
}

/** Requests to one operation. */
function requestsOf(path, method, operation, shared) {
    const parameters = [...(shared ?? []), ...(operation.parameters ?? [])].map(resolved);
    const of = (place) => Object.fromEntries(
        parameters.filter((one) => one.in === place).map((one) => [one.name, valueOf(one.schema)]));
    const body = operation.requestBody && resolved(operation.requestBody).content?.["application/json"]?.schema;
    return fc.record({
        path: fc.constant(path),
        method: fc.constant(method.toUpperCase()),
        inPath: fc.record(of("path")),
        query: fc.record(of("query"), { requiredKeys: [] }),
        ifMatch: fc.option(fc.constantFrom('"1"', '"2"', "*", "W/\"1\"", "x"), { freq: 2 }),
        body: body ? fc.option(valueOf(body), { freq: 20 }) : fc.constant(undefined),
    });
}

function* operations() {
    for (const [path, item] of Object.entries(description.paths)) {
        for (const method of ["get", "post", "put", "patch", "delete"]) {
            const isEndless = item[method]?.responses?.["200"]?.content?.["text/event-stream"];
            if (item[method] && !isEndless) yield requestsOf(path, method, item[method], item.parameters);
        }
    }
}

function address({ path, inPath, query }) {
    const where = path.replace(/{(\w+)}/g, (whole, name) => encodeURIComponent(String(inPath[name] ?? "x")) || "x");
    const asked = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
        for (const one of [value].flat()) asked.append(name, String(one));
    }
    return `${url}${where}?${asked}`;
}

async function statusOf(request) {
    const headers = { Authorization: `Bearer ${token}` };
    if (request.ifMatch) headers["If-Match"] = request.ifMatch;
    if (request.body !== undefined) headers["Content-Type"] = "application/json";
    const answer = await fetch(address(request), {
        method: request.method, headers, body: request.body === undefined ? undefined : JSON.stringify(request.body),
    });
    await answer.arrayBuffer();
    return answer.status;
}

const counts = {};
const property = fc.asyncProperty(fc.oneof(...operations()), async (request) => {
    const status = await statusOf(request);
    counts[status] = (counts[status] ?? 0) + 1;
    return status < 500;
});
const outcome = await fc.check(property, { numRuns: Number(runs), interruptAfterTimeLimit: 60_000 });
console.log("answers:", counts, "seed:", outcome.seed);
if (outcome.failed) {
    console.log(JSON.stringify(outcome.counterexample, null, 1), outcome.errorInstance ?? "");
    process.exit(1);
}
