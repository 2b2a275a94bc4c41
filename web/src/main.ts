/** The first script: chooses the language and puts the pages on the page. */
import { mount } from 'svelte';
import App from './App.svelte';
import { chooseLanguage } from './strings/strings.svelte';
import './style.css';

const target = document.getElementById('app');
if (target) void chooseLanguage().then(() => mount(App, { target }));
