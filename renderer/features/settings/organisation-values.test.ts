import { describe, expect, it } from 'vitest';
import { checkOrganisation, tidyOrganisation, type OrganisationValues } from './organisation-values.js';

const values: OrganisationValues = {
  name: ' Norrvik Energi ',
  zone: 'Europe/Stockholm',
  letterhead: ' Storgatan 1 \n\n111 22 Stockholm',
  accent: ' B3261E ',
  departments: ['Grid'],
  positions: [],
  retentionMonths: 24,
  country: null,
  retentionDays: '',
  undoSeconds: '30',
};

describe('the organisation form', () => {
  it('takes a name, a zone and numbers within their limits, typed or not', () => {
    expect(checkOrganisation(values)).toEqual({});
    expect(tidyOrganisation(values)).toMatchObject({
      name: 'Norrvik Energi',
      letterhead: 'Storgatan 1\n111 22 Stockholm',
      accent: '#b3261e',
      undoSeconds: 30,
    });
  });

  it('names what is wrong, the limits included', () => {
    expect(checkOrganisation({ ...values, name: ' ' })).toEqual({ name: 'common.required' });
    expect(checkOrganisation({ ...values, zone: 'Europe/Atlantis' })).toHaveProperty('zone');
    for (const wrong of ['', 0, 37, 1.5, 'two']) {
      expect(checkOrganisation({ ...values, retentionMonths: wrong })).toHaveProperty('retentionMonths');
    }
    for (const right of [1, 36]) expect(checkOrganisation({ ...values, retentionMonths: right })).toEqual({});
    for (const wrong of [0, 1.5, 1099]) {
      expect(checkOrganisation({ ...values, retentionDays: wrong })).toHaveProperty('retentionDays');
    }
    expect(checkOrganisation({ ...values, country: 'NL', retentionMonths: 12, retentionDays: 366 })).toEqual({});
    expect(Object.keys(checkOrganisation({ ...values, country: 'NL', retentionDays: 367 }))).toEqual([
      'retentionMonths',
      'retentionDays',
    ]);
    for (const wrong of ['red', '#12345', '#gggggg']) {
      expect(checkOrganisation({ ...values, accent: wrong })).toEqual({ accent: 'settings.accentUnknown' });
    }
    expect(tidyOrganisation({ ...values, accent: '' }).accent).toBeNull();
    for (const wrong of ['', -1, 601])
      expect(checkOrganisation({ ...values, undoSeconds: wrong })).toHaveProperty('undoSeconds');
    expect(checkOrganisation({ ...values, undoSeconds: 0 })).toEqual({});
  });
});
