import { expect, test } from 'vitest'
import { faultsIn } from './wellformed.ts'

for (const fine of [
  '<p>a &lt; b<br/><a href="/ko">c</a></p>',
  '<label>name <input name="a"/></label>',
  '<ul><li><p>a</p></li></ul>',
]) {
  test(`${fine} is fine`, () => expect(faultsIn(fine)).toEqual([]))
}

for (const [broken, fault] of [
  ['<p>a', '<p> is never closed'],
  ['<b>a</i>', '</i> closes <b>'],
  ['<p>a < b</p>', 'a < that opens nothing'],
  ['<div/>', '<div/> is not empty'],
  ['<p><div>a</div></p>', '<div> inside <p>'],
  ['<a href="/a"><button type="button">b</button></a>', '<button> inside something pressed'],
  ['<form><form></form></form>', '<form> inside <form>'],
  ['<ul><p>a</p></ul>', '<p> straight inside <ul>'],
  ['<p class="a" class="b"></p>', '<p> has class twice'],
  ['<p id="a"></p><p id="a"></p>', 'the id a twice'],
  ['<p aria-describedby="a"></p>', '<p> refers to a, which is not there'],
  ['<input name="a"/>', '<input name="a"> has no label'],
  ['<nav></nav>', 'a <nav> has no name'],
  ['<img src="/a.png"/>', 'an <img> has no alt'],
  ['<p style="color:red"></p>', '<p style>'],
  ['<p onclick="a()"></p>', '<p onclick>'],
  ['<a href="javascript:a()">b</a>', '<a> leads to a script'],
  ['<script>a()</script>', 'a script inline'],
] as const) {
  test(`${broken}: ${fault}`, () => expect(faultsIn(broken)).toEqual([fault]))
}
