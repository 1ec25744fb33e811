#!/usr/bin/env python3
"""A laptop of another make, written from docs/sync-protocol.md and /openapi.json alone.

    sync_client.py <server> <invitation> <table> <fields as JSON>

Joins the organisation, writes one record of its own, receives what the others wrote until there is no more, and prints what it
knows: the values of every record, and whether its digest is the server's.
"""
import base64
import hashlib
import json
import secrets
import sys
import time
import urllib.parse
import urllib.request

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat


def canonical(value):
    return json.dumps(value, ensure_ascii=False, separators=(',', ':'), sort_keys=True)


class Server:
    """Signed requests (RFC 9421) under the name of one device."""

    def __init__(self, address, device):
        self.address, self.device, self.key = address, device, Ed25519PrivateKey.generate()

    def ask(self, method, path, body=None):
        content = None if body is None else json.dumps(body).encode()
        covered, headers = ['@method', '@path', '@query'], {'accept-encoding': 'identity'}
        plain, _, query = path.partition('?')
        parts = {'@method': method, '@path': plain, '@query': '?' + query}
        if content is not None:
            digest = 'sha-256=:' + base64.b64encode(hashlib.sha256(content).digest()).decode() + ':'
            headers.update({'content-digest': digest, 'content-type': 'application/json'})
            covered.append('content-digest')
            parts['content-digest'] = digest
        parameters = '({});created={};nonce="{}";keyid="{}";alg="ed25519"'.format(
            ' '.join(f'"{one}"' for one in covered), int(time.time()), secrets.token_urlsafe(16), self.device)
        base = ''.join(f'"{one}": {parts[one]}\n' for one in covered) + f'"@signature-params": {parameters}'
        headers['signature-input'] = 'sig=' + parameters
        headers['signature'] = 'sig=:' + base64.b64encode(self.key.sign(base.encode())).decode() + ':'
        request = urllib.request.Request(self.address + path, content, headers, method=method)
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.read().decode()

    def feed(self, path):
        """The lines of a page and its end; a page without one counts for nothing."""
        lines = [json.loads(line) for line in self.ask('GET', path).splitlines() if line]
        if not lines or 'end' not in lines[-1]:
            raise RuntimeError('the page is not whole')
        return lines[:-1], lines[-1]['end']


class Records:
    """What all changes join to: for each field the versions that nothing supersedes, and the superseded stamps."""

    def __init__(self):
        self.known, self.gone = {}, set()

    def of(self, table, key, dossier):
        new = {'created': None, 'fields': {}, 'sets': {}, 'events': {}, 'retracted': set(), 'erased': False, 'dossier': dossier}
        return self.known.setdefault((table, key), new)

    def write(self, registers, name, heads, past):
        there = registers.setdefault(name, ({}, set()))
        there[1].update(past)
        there[0].update(heads)
        for stamp in there[1]:
            there[0].pop(stamp, None)

    def apply(self, change, stamp):
        kind, dossier = change['kind'], change['dossier']
        record = self.of(change['table'], change['id'], dossier)
        if kind == 'fold':
            self.join(record, change['state'])
        elif kind == 'create':
            record['created'] = min(filter(None, [record['created'], stamp]))
            for field, value in change['fields'].items():
                self.write(record['fields'], field, {stamp: value}, [])
        elif kind == 'set':
            self.write(record['fields'], change['field'], {stamp: change['value']}, change['replaces'])
        elif kind in ('add', 'remove'):
            heads = {stamp: True} if kind == 'add' else {}
            self.write(record['sets'].setdefault(change['field'], {}), change['element'], heads, change.get('replaces', []))
        elif kind == 'event':
            self.note(record, change['event']['id'], {'stamp': stamp, 'event': change['event']})
        elif kind == 'retract':
            record['retracted'].add(change['event'])
        elif kind == 'erase':
            record['erased'] = True
            self.gone.update([dossier] if change['whole'] else [])

    def note(self, record, key, event):
        there = record['events'].get(key)
        if there is None or event['stamp'] < there['stamp']:
            record['events'][key] = event

    def join(self, record, state):
        if state['created'] is not None:
            record['created'] = min(filter(None, [record['created'], state['created']]))
        for field, value in state['values'].items():
            self.write(record['fields'], field, {state['created']: value}, [])
        for field, register in state['fields'].items():
            self.write(record['fields'], field, {one['stamp']: one['value'] for one in register['heads']}, register['past'])
        for field, elements in state['sets'].items():
            for element, register in elements.items():
                heads = {one['stamp']: one['value'] for one in register['heads']}
                self.write(record['sets'].setdefault(field, {}), element, heads, register['past'])
        for key, event in state['events'].items():
            self.note(record, key, event)
        record['retracted'].update(state['retracted'])
        record['erased'] = record['erased'] or state['erased']

    def living(self):
        return {key: one for key, one in self.known.items() if not one['erased'] and one['dossier'] not in self.gone}

    def packed(self, record):
        created, values, fields = record['created'], {}, {}
        pack = lambda heads, past: {'heads': [{'stamp': s, 'value': heads[s]} for s in sorted(heads)], 'past': sorted(past)}
        for field, (heads, past) in record['fields'].items():
            if list(heads) == [created] and not past:
                values[field] = heads[created]
            else:
                fields[field] = pack(heads, past)
        sets = {field: {name: pack(*one) for name, one in elements.items()} for field, elements in record['sets'].items()}
        return {'created': created, 'values': values, 'fields': fields, 'sets': sets, 'events': record['events'],
                'retracted': sorted(record['retracted']), 'erased': False}

    def digest(self):
        buckets = {}
        for (table, key), record in self.living().items():
            said = f'{table} {key} {canonical(self.packed(record))}'.encode()
            number = int.from_bytes(hashlib.sha256(said).digest()[:8], 'big')
            buckets[key[:2]] = (buckets.get(key[:2], 0) + number) % 2**64
        return {bucket: f'{number:016x}' for bucket, number in buckets.items()}

    def values(self):
        shown = []
        for (table, key), record in sorted(self.living().items()):
            standing = {field: heads[max(heads)] for field, (heads, _) in record['fields'].items() if heads}
            shown.append({'table': table, 'id': key, 'fields': standing})
        return shown


def main(address, code, table, fields):
    device, records = secrets.token_hex(8), Records()
    server = Server(address, device)
    public = server.key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    joining = {'code': code, 'device': device, 'name': 'Python', 'publicKey': base64.b64encode(public).decode()}
    server.ask('POST', '/v1/devices', joining)
    hello = json.loads(server.ask('GET', '/v1/hello'))
    now = int(time.time() * 1000)
    stamp = f'{now:012x}-0000-{device}'
    change = {'kind': 'create', 'table': table, 'id': secrets.token_hex(16), 'dossier': None, 'fields': json.loads(fields)}
    mine = {'v': 1, 'device': device, 'n': hello['lastN'] + 1, 'stamp': stamp, 'at': now, 'by': None,
            'actionId': secrets.token_hex(16), 'action': 'deliver', 'changes': [change]}
    records.apply(change, stamp)
    pushing = {'device': device, 'epoch': hello['epoch'], 'schema': 1, 'sentAt': now, 'changeSets': [mine]}
    pushed = json.loads(server.ask('POST', '/v1/push', pushing))
    path, after, end = '/v1/records', '', {'more': True}
    while end['more']:
        lines, end = server.feed(path + after)
        for line in lines:
            if 'changeSet' in line:
                for one in line['changeSet']['changes']:
                    records.apply(one, line['changeSet']['stamp'])
            elif 'record' in line:
                records.apply({'kind': 'fold', **line['record']}, '')
        cursor = urllib.parse.quote(end['cursor'], safe='')
        if not end['more'] and path == '/v1/records':
            path, end = '/v1/pull', {'more': True}
        after = ('?after=' if path == '/v1/records' else '?cursor=') + cursor
    server_says = json.loads(server.ask('GET', '/v1/digest'))['buckets']
    print(json.dumps({'pushed': pushed, 'agrees': server_says == records.digest(), 'records': records.values()}))


if __name__ == '__main__':
    main(*sys.argv[1:])
