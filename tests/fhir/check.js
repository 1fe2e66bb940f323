// A bundle and each resource in it against its own definition in the schema: the schema's choice among all resources would only say
// that none of them fits.
'use strict';
const fs = require('fs');
const Ajv = require('ajv');
const ajv = new Ajv({ allErrors: true, logger: false });
ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-06.json'));
const schema = JSON.parse(fs.readFileSync(process.argv[2]));
ajv.addSchema(schema, 'fhir');
const compiled = new Map();
let wrong = 0;

function judge(name, resource) {
    const type = resource.resourceType;
    if (!schema.discriminator.mapping[type]) {
        console.log(`${name}: ${type}: is no resource`);
        return 1;
    }
    if (!compiled.has(type)) compiled.set(type, ajv.compile({ $ref: `fhir#/definitions/${type}` }));
    const valid = compiled.get(type);
    if (valid(resource)) return 0;
    for (const error of valid.errors) console.log(`${name}: ${type}${error.dataPath}: ${error.message} ${JSON.stringify(error.params)}`);
    return valid.errors.length;
}

for (const file of process.argv.slice(3)) {
    const bundle = JSON.parse(fs.readFileSync(file));
    const entries = bundle.entry;
    wrong += judge(file, { ...bundle, entry: entries.map(({ fullUrl }) => ({ fullUrl })) });
    for (const { resource } of entries) wrong += judge(`${file}: ${resource.id}`, resource);
    if (!entries.length) wrong += 1;
}
process.exit(wrong ? 1 : 0);
