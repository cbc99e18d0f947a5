import { describe, expect, it } from 'vitest';
import { licenseKind } from '../../src/facts/license-kind.ts';

const kindOf = (text: string) => {
  const kind = licenseKind(text);
  return kind && `${kind.name} for ${kind.meantFor}`;
};

describe('the kind of a licence', () => {
  const kinds: Record<string, string> = {
    'Creative Commons Legal Code\n\nCC0 1.0 Universal': 'CC0 for content',
    'Attribution-ShareAlike 4.0 International\n\nCreative Commons Corporation is not a law firm':
      'Creative Commons for content',
    'ODC Open Database License (ODbL)\n\nOpen Data Commons': 'Open Data Commons for content',
    'GNU Free Documentation License\nVersion 1.3\n\n… such as the GNU General Public License':
      'GFDL for content',
    'The MIT License (MIT)\n\nPermission is hereby granted, free of charge, to any person obtaining a copy':
      'MIT for code',
    'MIT License': 'MIT for code',
    'Apache License\n                           Version 2.0, January 2004': 'Apache for code',
    'GNU GENERAL PUBLIC LICENSE\nVersion 3\n… the GNU Affero General Public License\n… GNU Lesser General Public License':
      'GPL for code',
    'GNU AFFERO GENERAL PUBLIC LICENSE\n… the GNU General Public License': 'AGPL for code',
    'GNU LESSER GENERAL PUBLIC LICENSE\n… the GNU General Public License': 'LGPL for code',
    'Mozilla Public License Version 2.0\n… GNU General Public License': 'MPL for code',
    'DO WHAT THE FUCK YOU WANT TO PUBLIC LICENSE': 'WTFPL for code',
    'This is free and unencumbered software released into the public domain.': 'Unlicense for code',
    'BSD 3-Clause License\n\nRedistribution and use in source and binary forms, with or without':
      'BSD for code',
    'Permission to use, copy, modify, and/or distribute this software for any purpose': 'ISC for code',
  };
  for (const [text, kind] of Object.entries(kinds)) {
    it(`is ${kind}, by “${text.slice(0, 40).replaceAll('\n', ' ')}…”`, () => {
      expect(kindOf(text)).toBe(kind);
    });
  }

  it('is one for content where a file names one of each', () => {
    expect(kindOf('The scripts: MIT License. The list: Creative Commons Attribution 4.0.')).toBe(
      'Creative Commons for content',
    );
  });

  it('is not known of words that no licence has', () => {
    expect(kindOf('All rights reserved. Permission is granted to read.')).toBeUndefined();
    expect(kindOf('')).toBeUndefined();
  });
});
