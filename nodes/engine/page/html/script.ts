/**
 * What makes the pages more convenient; they work without it. It asks nothing of any address: it waits with buttons and
 * says so when that takes long, counts seconds, finds the code in a pasted message, sends one that is complete, shows a
 * password instead of asking for it twice, says what code or password lack before both are lost, and finds countries.
 * What changes on its own is heard in a place that screen readers watch from the beginning.
 */

/** Runs in the browser. The policy of the page lets this text run and no other. */
export const script = `(function(){'use strict';
var each=function(list,work){Array.prototype.forEach.call(list,work)};
var all=function(selector){return document.querySelectorAll(selector)};
var main=document.querySelector('main'),heard=document.createElement('p');
heard.className='heard';heard.setAttribute('role','status');main.appendChild(heard);
var hold=function(form,held){form.dataset.held=held?'yes':'';each(form.querySelectorAll('button'),function(button){button.setAttribute('aria-disabled',held?'true':'false')})};
var slow,pressed,saying='';
var say=function(){saying=pressed.textContent;pressed.textContent=heard.textContent=main.dataset.busy};
var rest=function(){clearTimeout(slow);if(saying){pressed.textContent=saying;saying=heard.textContent=''}};
each(all('form'),function(form){form.addEventListener('submit',function(event){
if(form.dataset.held||form.dataset.wait){event.preventDefault();return}
rest();pressed=form.querySelector('button');slow=setTimeout(say,1000);
each(all('form'),function(other){hold(other,true)})})});
window.addEventListener('pageshow',function(){rest();each(all('form'),function(form){if(!form.dataset.wait)hold(form,false)})});
each(all('form[data-seconds]'),function(form){
var end=Date.now()+Number(form.dataset.seconds)*1000,note=document.getElementById(form.dataset.note);
var ready=note.dataset.ready,text=note.dataset.wait,timer;
var tick=function(){var left=Math.ceil((end-Date.now())/1000);
if(left>0){form.dataset.wait='yes';hold(form,true);note.textContent=text.replace('{seconds}',left)}
else{form.dataset.wait='';hold(form,false);note.textContent=heard.textContent=ready;clearInterval(timer)}};
timer=setInterval(tick,500);tick()});
each(all('input[data-digits]'),function(input){var sent='',wanted=Number(input.dataset.digits);
var digitsOf=function(text){return text.match(/\\p{Nd}/gu)||[]};
input.addEventListener('input',function(event){
var groups=(input.value.match(/\\p{Nd}(?:[\\s-]?\\p{Nd})*/gu)||[]).filter(function(group){return digitsOf(group).length===wanted});
if(groups.length===1&&!event.isComposing&&/\\p{L}/u.test(input.value))input.value=groups[0];
var digits=digitsOf(groups.length===1?groups[0]:input.value),code=digits.join(''),whole=digits.length===wanted;
input.setCustomValidity(code===''||whole?'':input.dataset.lack);
if(whole&&code!==sent&&!input.form.dataset.held&&input.form.checkValidity()){sent=code;input.form.requestSubmit()}})});
each(all('input[data-say]'),function(input){input.addEventListener('input',function(){input.setCustomValidity('');
if(input.validity.patternMismatch)input.setCustomValidity(input.dataset.say)})});
each(all('input[data-shows]'),function(box){var input=document.getElementById(box.dataset.shows),again=document.getElementById(box.dataset.shows+'Again');
box.parentNode.hidden=false;
if(again){again.type='hidden';again.parentNode.hidden=true}
box.addEventListener('change',function(){input.type=box.checked?'text':'password'});
input.form.addEventListener('submit',function(){box.checked=false;input.type='password';if(again)again.value=input.value})});
each(all('select[data-search]'),function(select){
var options=Array.prototype.slice.call(select.options),input=document.createElement('input');
input.type='search';input.id='search';input.autocomplete='off';input.placeholder=select.dataset.search;input.setAttribute('aria-label',select.dataset.search);input.setAttribute('aria-controls',select.id);
select.className='searched';select.parentNode.insertBefore(input,select.nextSibling);
var plain=function(text){return text.toLowerCase().normalize('NFD').replace(/[\\u0300-\\u036f]/g,'')};
input.addEventListener('input',function(){
var wanted=plain(input.value.trim().replace(/^\\+|^00/,'')),found=options.filter(function(option){return option.value&&plain(option.textContent+' '+option.value+' '+(option.dataset.also||'')).indexOf(wanted)>=0});
var first=plain(input.value.trim());
found.sort(function(one,other){return (plain(other.textContent).indexOf(first)===0)-(plain(one.textContent).indexOf(first)===0)});
select.textContent='';each(!wanted?options:found.length?found:options.filter(function(option){return !option.value}),function(option){select.appendChild(option)});
if(wanted){select.selectedIndex=0;heard.textContent=select.options[0].textContent}});
input.addEventListener('keydown',function(event){if(event.key==='Enter'){event.preventDefault();select.focus()}})});
each(all('input[data-country]'),function(input){var select=document.getElementById('country');
if(!select||!select.options)return;
input.addEventListener('change',function(){
var digits=input.value.normalize('NFKC').replace(/[\\s().-]/g,'').match(/^(?:\\+|00)([0-9]+)/);
if(!digits)return;var fits=Array.prototype.filter.call(select.options,function(option){return option.dataset.code&&digits[1].indexOf(option.dataset.code)===0});
var chosen=select.options[select.selectedIndex];
if(fits.length&&fits.indexOf(chosen)<0&&!(chosen&&chosen.value&&select.dataset.touched)){fits.sort(function(one,other){return other.dataset.code.length-one.dataset.code.length});fits[0].selected=true}});
select.addEventListener('change',function(){select.dataset.touched='yes'})});
var alert=document.getElementById('said'),wrong=document.querySelector('[aria-invalid=true]');
if(alert&&wrong)(wrong.id==='code'&&document.querySelector('[autocomplete=new-password]')||wrong).focus();
else if(alert&&!document.querySelector('[autofocus]')){alert.tabIndex=-1;alert.focus()}
})();`;
