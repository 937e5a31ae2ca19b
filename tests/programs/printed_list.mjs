// SPDX-License-Identifier: Apache-2.0
// The workbook on paper, as LibreOffice prints it: A4, letters of 9 points at least, the header and a number on each page.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { check, folder } from './support.mjs';

/** The words of each page, with how wide one of their characters is: a Han character is as wide as its letters are high. */
function pages_of(pdf) {
  const out = spawnSync('pdftotext', ['-bbox', pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 }).stdout;
  return out.split('<page ').slice(1).map((page) => ({
    width: Number(/width="([\d.]+)"/.exec(page)[1]),
    words: [...page.matchAll(/xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="[\d.]+">(.*)<\/word>/g)]
      .map(([, left, right, text]) => ({ text, size: (right - left) / [...text].length })),
  }));
}

export function print_list(name) {
  spawnSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, `${name}.xlsx`)], { encoding: 'utf8' });
  const pages = pages_of(join(folder, `${name}.pdf`));
  check('there are pages', pages.length > 0);
  pages.forEach((page, number) => {
    const text = page.words.map((word) => word.text).join(' ');
    const han = page.words.filter((word) => /^[\u4e00-\u9fff]{2,}$/.test(word.text));
    const smallest = Math.min(...han.map((word) => word.size));
    check('A4 on its side', Math.abs(page.width - 841.9) < 1, page.width);
    check('letters of 9 points', smallest >= 9, { page: number + 1, smallest });
    check('the header is on the page', ['机关', '文件'].some((title) => han.some((word) => word.text === title)), text.slice(0, 200));
    check('a number of the page', text.replaceAll(' ', '').includes(`第${number + 1}页，共${pages.length}页`), text.slice(-100));
    if (text.startsWith('问题清单')) check('what a person fills in', ['结论', '责任人', '完成时限', '复核人'].every((title) => text.includes(title)), text.slice(0, 200));
  });
}
