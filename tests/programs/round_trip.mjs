// SPDX-License-Identifier: Apache-2.0
// A list of findings goes out to people and comes back: LibreOffice types into fifty rows of it, adds a title, a column and a
// remark, renames, sorts and saves; `decide --from` brings exactly what was typed into the decision file.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check, folder, gouji, root } from './support.mjs';

// What a person does by hand. Days are typed as days, and one in two as a text.
const macro = `
Sub EditList(source As String, target As String)
  On Error Goto Failed
  Dim by(0) As New com.sun.star.table.TableSortField
  Dim how(1) As New com.sun.star.beans.PropertyValue
  Dim opening(0) As New com.sun.star.beans.PropertyValue
  opening(0).Name = "Hidden" : opening(0).Value = True
  book = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, opening())
  typed = 0
  For i = 0 To book.Sheets.Count - 1
    sheet = book.Sheets.getByIndex(i)
    If Left(sheet.Name, 4) = "问题清单" Then
      cursor = sheet.createCursor() : cursor.gotoEndOfUsedArea(False)
      last = cursor.RangeAddress.EndRow
      For row = 1 To last Step Int(last / 25)
        If typed < 50 Then
          typed = typed + 1
          sheet.getCellByPosition(ColumnOf(sheet, "结论"), row).String = IIf(typed Mod 3 = 0, "驳回", "确认")
          sheet.getCellByPosition(ColumnOf(sheet, "理由"), row).String = "=理由 " & typed & Chr(10) & "两行: ""引号"""
          sheet.getCellByPosition(ColumnOf(sheet, "责任人"), row).String = "责任人" & typed
          due = sheet.getCellByPosition(ColumnOf(sheet, "完成时限"), row)
          If typed Mod 2 = 0 Then
            due.NumberFormat = book.NumberFormats.getStandardFormat(com.sun.star.util.NumberFormat.DATE, due.CharLocale)
            due.Value = DateSerial(2027, 1, 1) + typed
          Else
            due.String = "2027-02-" & Format(typed Mod 28 + 1, "00")
          End If
        End If
      Next
      by(0).Field = ColumnOf(sheet, "指纹") : by(0).IsAscending = False
      how(0).Name = "SortFields" : how(0).Value = CreateUnoValue("[]com.sun.star.table.TableSortField", by())
      how(1).Name = "ContainsHeader" : how(1).Value = True
      sheet.getCellRangeByPosition(0, 0, cursor.RangeAddress.EndColumn, last).sort(how())
      sheet.Columns.insertByIndex(2, 1)
      sheet.getCellByPosition(2, 0).String = "我的备注"
      sheet.getCellByPosition(2, 1).String = "待查"
      sheet.Rows.insertByIndex(0, 2)
      sheet.getCellByPosition(0, 0).String = "某市审计局问题清单"
      sheet.Rows.getByIndex(4).IsVisible = False
      sheet.Name = "第" & i & "批"
    End If
  Next
  Dim saving(0) As New com.sun.star.beans.PropertyValue
  saving(0).Name = "FilterName" : saving(0).Value = "Calc MS Excel 2007 XML"
  book.storeToURL(ConvertToURL(target), saving())
  book.close(True)
  StarDesktop.terminate()
  Exit Sub
Failed:
  number = FreeFile
  Open target & ".error" For Output As #number
  Print #number, Error & " in line " & Erl
  Close #number
  StarDesktop.terminate()
End Sub

Function ColumnOf(sheet, title As String) As Long
  For column = 0 To 40
    If sheet.getCellByPosition(column, 0).String = title Then
      ColumnOf = column
      Exit Function
    End If
  Next
End Function
`;

/** Puts the macro into a profile. LibreOffice makes the profile when it first starts, and its own library of macros with it. */
function install_macro(profile) {
  spawnSync('soffice', [`-env:UserInstallation=file://${profile}`, '--headless', '--terminate_after_init'], { timeout: 120000 });
  const library = join(profile, 'user/basic/Standard');
  const head = (kind, file) => `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE ${kind} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "${file}.dtd">\n`;
  const escaped = macro.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
  writeFileSync(join(library, 'script.xlb'), head('library:library', 'library') + '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Lists"/></library:library>');
  writeFileSync(join(library, 'Lists.xba'), head('script:module', 'module') + `<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Lists" script:language="StarBasic">${escaped}</script:module>`);
}

/** Reports of as many organs as are needed, each with two findings. */
function make_reports(reports) {
  const text = readFileSync(join(root, 'examples/sums-2023.txt'), 'utf8');
  const letters = '青白石山林河沙田江海东西南北中';
  mkdirSync(reports);
  for (let i = 0; i < 234; ++i) {
    const organ = `${letters[i % 15]}${letters[Math.floor(i / 15)]}县林业局`;
    for (const year of [2021, 2023]) writeFileSync(join(reports, `${i}-${year}.txt`), text.replaceAll('云岭市林业局', organ).replaceAll('2023', `${year}`));
  }
}

/** The decisions of a file: fields by fingerprint, those with something in them. */
function decisions_of(file) {
  const made = new Map();
  for (const entry of readFileSync(file, 'utf8').split('  - fingerprint: ').slice(1)) {
    const fields = {};
    for (const [, key, value] of entry.matchAll(/^ {4}([\u4e00-\u9fff]+): *(.+)$/gm)) fields[key] = value.startsWith('"') ? JSON.parse(value) : value;
    made.set(entry.slice(1, 17), fields);
  }
  return made;
}

export function round_trip() {
  const reports = join(folder, 'reports');
  const list = join(folder, 'list.xlsx');
  const back = join(folder, 'back.xlsx');
  const decisions = join(folder, 'typed.yaml');
  make_reports(reports);
  install_macro(join(folder, 'macros'));
  gouji('check', '--format', 'xlsx', '-o', list, reports);
  const ran = spawnSync('soffice', [`-env:UserInstallation=file://${folder}/macros`, '--headless', `macro:///Standard.Lists.EditList(${list},${back})`], { encoding: 'utf8', timeout: 300000 });
  check('LibreOffice edits the list', ran.status === 0, ran.stderr);
  gouji('decide', '--from', back, '--decisions', decisions);
  const typed = decisions_of(decisions);
  check('exactly fifty rows come back', typed.size === 50, typed.size);
  const numbers = new Set();
  for (const fields of typed.values()) {
    const number = Number(/\d+/.exec(fields['责任人'] ?? '')?.[0]);
    const day = new Date(Date.UTC(2027, 0, 1 + number)).toISOString().slice(0, 10);
    const wanted = { 结论: number % 3 === 0 ? '驳回' : '确认', 理由: `=理由 ${number} 两行: "引号"`, 责任人: `责任人${number}`, 完成时限: number % 2 === 0 ? day : `2027-02-${String((number % 28) + 1).padStart(2, '0')}` };
    check('every field as it was typed', JSON.stringify(fields) === JSON.stringify(wanted), { fields, wanted });
    numbers.add(number);
  }
  check('each row once', numbers.size === 50, [...numbers]);

  // What was typed stands beside its finding in the next list, and none is taken for changed.
  const csv = gouji('check', '--format', 'csv', '--decisions', decisions, reports);
  check('the findings are all there', (csv.match(/requests-/g) ?? []).length === 936, csv.length);
  check('fifty of them are decided', (csv.match(/"责任人\d+"/g) ?? []).length === 50);
  check('no figure has changed', !/ 由 \S+ 变为 /.test(csv));
  const before = readFileSync(decisions, 'utf8');
  gouji('decide', '--from', back, '--decisions', decisions);
  check('a second time changes nothing', readFileSync(decisions, 'utf8') === before);
  gouji('decide', '--from', back, '--decisions', decisions, reports);
  const all = decisions_of(decisions);
  check('with the reports every finding has an entry', all.size === 936, all.size);
  check('what was there stays', readFileSync(decisions, 'utf8').startsWith(before));
}
